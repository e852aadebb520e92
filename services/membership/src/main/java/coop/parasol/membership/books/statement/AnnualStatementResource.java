package coop.parasol.membership.books.statement;

import coop.parasol.membership.Firm;
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
import java.time.Year;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's year, at the border; a former member reads its own until it is wholly paid. */
@Path("/members/{memberId}/statements")
@Tag(name = "Statements")
public class AnnualStatementResource {

    private static final int FIRST_YEAR = 1900;

    private final DrawUpAnnualStatement statements;
    private final Firm firm;
    private final Caller caller;

    AnnualStatementResource(DrawUpAnnualStatement statements, Firm firm, Caller caller) {
        this.statements = statements;
        this.firm = firm;
        this.caller = caller;
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "A member's year; a producer sees its own")
    public AnnualStatement year(@PathParam("memberId") UUID memberId, @PathParam("year") String year) {
        caller.requireMemberOr(memberId, "treasurer");
        Member member =
                Member.<Member>findByIdOptional(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        return statements.of(member, parse(year));
    }

    @GET
    @Path("/{year}.pdf")
    @RolesAllowed({"treasurer", "producer"})
    @Produces(PdfDocument.TYPE)
    @Transactional
    @Operation(summary = "A member's year as PDF; a producer sees its own")
    public Response yearOnPaper(@PathParam("memberId") UUID memberId, @PathParam("year") String year) {
        AnnualStatement statement = year(memberId, year);
        return StatementPdf.of(statement).attachment("statement-" + statement.year());
    }

    private Year parse(String text) {
        int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
        if (year < FIRST_YEAR || year > firm.today().getYear()) {
            throw Problem.invalid(
                    "year",
                    "not-a-year",
                    "A year that has begun, such as " + firm.today().getYear() + ".");
        }
        return Year.of(year);
    }
}
