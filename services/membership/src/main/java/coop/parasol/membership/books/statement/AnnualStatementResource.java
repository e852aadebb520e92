package coop.parasol.membership.books.statement;

import coop.parasol.firm.FirmClock;
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
import java.time.Year;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's statement of one year, over REST; a former member reads its own until it is wholly paid. */
@Path("/members/{memberId}/statements")
@Tag(name = "Statements")
public class AnnualStatementResource {

    private static final int FIRST_YEAR = 1900;

    private final DrawUpAnnualStatement drawUpAnnualStatement;
    private final FirmClock clock;
    private final Caller caller;

    AnnualStatementResource(DrawUpAnnualStatement drawUpAnnualStatement, FirmClock clock, Caller caller) {
        this.drawUpAnnualStatement = drawUpAnnualStatement;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Path("/{year}")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "getAnnualStatement",
            summary = "Read a member's annual statement; a producer reads its own")
    public AnnualStatement year(@PathParam("memberId") UUID memberId, @PathParam("year") String year) {
        caller.requireMemberOr(memberId, "treasurer");
        Member member =
                Member.<Member>findByIdOptional(memberId).orElseThrow(() -> Problem.notFound("member", memberId));
        return drawUpAnnualStatement.of(member, parse(year));
    }

    @GET
    @Path("/{year}.pdf")
    @RolesAllowed({"treasurer", "producer"})
    @Produces(PdfAnswer.TYPE)
    @Transactional
    @Operation(
            operationId = "getAnnualStatementPdf",
            summary =
                    "Download a member's annual statement as PDF, in the language of Accept-Language; a producer reads its own")
    public Response yearAsPdf(
            @PathParam("memberId") UUID memberId, @PathParam("year") String year, @Context HttpHeaders headers) {
        AnnualStatement statement = year(memberId, year);
        StatementWords words = StatementWords.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return PdfAnswer.attachment(AnnualStatementPdf.pdf(statement, words), "statement-" + statement.year());
    }

    private Year parse(String text) {
        int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
        if (year < FIRST_YEAR || year > clock.today().getYear()) {
            throw Problem.invalid(
                    "year",
                    "not-a-year",
                    "The year must have begun; this year is " + clock.today().getYear() + ".");
        }
        return Year.of(year);
    }
}
