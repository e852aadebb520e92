package coop.parasol.membership.books.reports;

import coop.parasol.csv.CsvWriter;
import coop.parasol.membership.books.ledger.AccountStatements;
import coop.parasol.membership.books.ledger.AccountStatements.Line;
import coop.parasol.membership.books.ledger.BookedDays;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements of the firm's accounts over REST, as JSON or as CSV; only the treasurer reads them, because they name members. */
@Path("/ledger/accounts/{account}/lines")
@Tag(name = "Books")
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
public class AccountStatementResource {

    private final AccountStatements accountStatements;

    AccountStatementResource(AccountStatements accountStatements) {
        this.accountStatements = accountStatements;
    }

    @GET
    @RolesAllowed("treasurer")
    @Transactional
    @Operation(
            operationId = "getAccountStatement",
            summary =
                    "Show the statement of an account, newest line first, of all or some days, with the balance after each"
                            + " line")
    public Response ofAccount(
            @PathParam("account") String account,
            @BeanParam @Valid PageQuery query,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        return statement(
                accountStatements, account(account), null, FinancialReportResource.days(from, to), query, headers);
    }

    /** The cursor of a page is the number of the entry and of the line in it, such as {@code 1207.2}. */
    static Response statement(
            AccountStatements accountStatements,
            Account account,
            @Nullable UUID memberId,
            BookedDays days,
            PageQuery query,
            HttpHeaders headers) {
        Page<Line> page = query.byCursor(
                (after, maxRows) -> {
                    Cursor before = Cursor.parse(after);
                    return accountStatements.newestFirst(
                            account, memberId, days, before.entry(), before.line(), maxRows);
                },
                line -> line.entry() + "." + line.line());
        return ReportFormat.jsonOrCsv(headers, page, () -> csv(page.items()));
    }

    /** Where a page begins: before this line of this entry. */
    private record Cursor(long entry, int line) {

        static Cursor parse(@Nullable String text) {
            if (text == null) {
                return new Cursor(Long.MAX_VALUE, Short.MAX_VALUE);
            }
            String[] parts = text.split("\\.", -1);
            try {
                return new Cursor(Long.parseLong(parts[0]), parts.length == 2 ? Short.parseShort(parts[1]) : 0);
            } catch (NumberFormatException e) {
                throw PageQuery.malformed();
            }
        }
    }

    private static String csv(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row("entry", "date", "event", "narrative", "actor", "reference", "amount", "balance");
        lines.forEach(line -> csv.row(
                line.entry(),
                line.bookedOn(),
                line.event(),
                line.narrative(),
                line.actor(),
                line.reference(),
                ReportFormat.number(line.amount()),
                ReportFormat.number(line.balance())));
        return text.toString();
    }

    static Account account(String name) {
        for (Account account : Account.values()) {
            if (account.name().equals(name)) {
                return account;
            }
        }
        throw Problem.notFound("account", name);
    }
}
