package coop.parasol.membership.books.reports;

import coop.parasol.csv.CsvWriter;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.BookedDays;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trial balance, balance sheet and income statement over REST, as JSON or as CSV: open to every owner, for they name no member. */
@Path("/ledger")
@Tag(name = "Books")
@RolesAllowed({"treasurer", "producer"})
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
public class FinancialReportResource {

    private final Balances balances;
    private final FinancialStatements financialStatements;
    private final BooksAccess booksAccess;

    FinancialReportResource(Balances balances, FinancialStatements financialStatements, BooksAccess booksAccess) {
        this.balances = balances;
        this.financialStatements = financialStatements;
        this.booksAccess = booksAccess;
    }

    @GET
    @Path("/accounts")
    @Transactional
    @Operation(operationId = "listAccounts", summary = "Show the trial balance, now or at the end of a day")
    public Response accounts(@QueryParam("on") @Nullable String on, @Context HttpHeaders headers) {
        OpenBooksResource.requireReader(booksAccess.toBooks());
        List<Balances.AccountBalance> accounts = balances.trialBalance(day("on", on));
        return ReportFormat.jsonOrCsv(headers, accounts, () -> csv(accounts));
    }

    @GET
    @Path("/balance-sheet")
    @Transactional
    @Operation(operationId = "getBalanceSheet", summary = "Show the balance sheet, now or at the end of a day")
    public Response balanceSheet(@QueryParam("on") @Nullable String on, @Context HttpHeaders headers) {
        OpenBooksResource.requireReader(booksAccess.toBooks());
        FinancialStatements.BalanceSheet sheet = financialStatements.balanceSheet(day("on", on));
        return ReportFormat.jsonOrCsv(headers, sheet, () -> FinancialStatements.csv(sheet));
    }

    @GET
    @Path("/income-statement")
    @Transactional
    @Operation(
            operationId = "getIncomeStatement",
            summary = "Show the income statement between two days; of the open period where none are given")
    public Response incomeStatement(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        OpenBooksResource.requireReader(booksAccess.toBooks());
        FinancialStatements.IncomeStatement statement =
                financialStatements.incomeStatement(day("from", from), day("to", to));
        return ReportFormat.jsonOrCsv(headers, statement, () -> FinancialStatements.csv(statement));
    }

    private static String csv(List<Balances.AccountBalance> accounts) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row("code", "account", "title", "kind", "balance");
        accounts.forEach(account -> csv.row(
                account.code(),
                account.account(),
                account.title(),
                account.kind(),
                ReportFormat.number(account.balance())));
        return text.toString();
    }

    /** 422 {@code malformed-date} for what is no day of the calendar. */
    static BookedDays days(@Nullable String from, @Nullable String to) {
        return new BookedDays(day("from", from), day("to", to));
    }

    /** 422 {@code malformed-date} for what is no day of the calendar. */
    static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : bounded(field, LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "malformed-date", "Write a day as 2026-11-24.");
        }
    }

    private static LocalDate bounded(String field, LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 9999) {
            throw Problem.invalid(field, "malformed-date", "Take a year from 1900 to 9999.");
        }
        return day;
    }
}
