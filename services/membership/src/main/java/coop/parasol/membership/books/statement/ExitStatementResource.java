package coop.parasol.membership.books.statement;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.ExitRegister;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settlement of an exit as PDF, over REST. */
@Path("/exits/{exitId}/statement.pdf")
@Tag(name = "Statements")
public class ExitStatementResource {

    private final ExitRegister exits;
    private final FirmClock clock;
    private final Caller caller;

    ExitStatementResource(ExitRegister exits, FirmClock clock, Caller caller) {
        this.exits = exits;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Produces(PdfAnswer.TYPE)
    @Transactional
    @Operation(
            operationId = "getExitStatementPdf",
            summary =
                    "Download the settlement of an exit as PDF, in the language of Accept-Language, from the valuation on;"
                            + " a producer reads its own")
    public Response exitAsPdf(@PathParam("exitId") UUID exitId, @Context HttpHeaders headers) {
        ExitView exit = exits.view(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
        caller.requireMemberOr(exit.memberId(), "treasurer");
        if (exit.valuedOn() == null) {
            throw Problem.refused("not-valued", "The exit is " + exit.state() + "; there is nothing to settle yet.");
        }
        Member member = Member.<Member>findByIdOptional(exit.memberId()).orElseThrow();
        return PdfAnswer.attachment(
                ExitStatementPdf.pdf(
                        exit,
                        exits.steps(exitId),
                        exits.goodsEnded(exitId),
                        member,
                        clock,
                        StatementWords.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))),
                "exit-" + exitId);
    }
}
