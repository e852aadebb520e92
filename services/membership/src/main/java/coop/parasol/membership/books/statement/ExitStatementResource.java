package coop.parasol.membership.books.statement;

import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.ExitRegister;
import coop.parasol.membership.exit.ExitTimeline;
import coop.parasol.membership.exit.ExitView;
import coop.parasol.membership.member.Member;
import coop.parasol.web.Caller;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An exit's settlement for people, at the border. */
@Path("/exits/{exitId}/statement.pdf")
@Tag(name = "Statements")
public class ExitStatementResource {

    private final ExitRegister exits;
    private final Firm firm;
    private final Caller caller;

    ExitStatementResource(ExitRegister exits, Firm firm, Caller caller) {
        this.exits = exits;
        this.firm = firm;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Produces(PdfDocument.TYPE)
    @Transactional
    @Operation(summary = "An exit's settlement as PDF, from the valuation on; a producer sees its own")
    public Response exitOnPaper(@PathParam("exitId") UUID exitId) {
        ExitView exit = exits.view(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
        caller.requireMemberOr(exit.memberId(), "treasurer");
        if (exit.valuedOn() == null) {
            throw Problem.refused("not-valued", "The exit is " + exit.state() + "; there is nothing to settle yet.");
        }
        ExitTimeline timeline = exits.timeline(exitId).orElseThrow();
        Member member = Member.<Member>findByIdOptional(exit.memberId()).orElseThrow();
        return StatementPdf.of(exit, timeline, member, firm.today()).attachment("exit-" + exitId);
    }
}
