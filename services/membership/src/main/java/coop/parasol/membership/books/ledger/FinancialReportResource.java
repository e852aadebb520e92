package coop.parasol.membership.books.ledger;

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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Open books in sums, as JSON or as CSV: every owner may read them, and they say nothing about a single member. */
@Path("/ledger")
@Tag(name = "Books")
@RolesAllowed({"treasurer", "producer"})
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
public class FinancialReportResource {

    private final Balances balances;
    private final FinancialStatements report;
    private final BooksAccess openBooks;

    FinancialReportResource(Balances balances, FinancialStatements report, BooksAccess openBooks) {
        this.balances = balances;
        this.report = report;
        this.openBooks = openBooks;
    }

    @GET
    @Path("/accounts")
    @Transactional
    @Operation(summary = "Trial balance, now or at the end of a day")
    public Response accounts(@QueryParam("on") @Nullable String on, @Context HttpHeaders headers) {
        openBooks.requireReader();
        List<Balances.AccountView> accounts = balances.trial(day("on", on));
        return ReportFormat.of(headers, accounts, () -> {
            List<List<Object>> rows = new ArrayList<>(List.of(List.of("code", "account", "title", "kind", "balance")));
            accounts.forEach(account -> rows.add(
                    List.of(account.code(), account.account(), account.title(), account.kind(), account.balance())));
            return rows;
        });
    }

    @GET
    @Path("/balance-sheet")
    @Transactional
    @Operation(summary = "Balance sheet, now or at the end of a day")
    public Response balanceSheet(@QueryParam("on") @Nullable String on, @Context HttpHeaders headers) {
        openBooks.requireReader();
        FinancialStatements.BalanceSheet sheet = report.balanceSheet(day("on", on));
        return ReportFormat.of(headers, sheet, () -> FinancialStatements.table(sheet));
    }

    @GET
    @Path("/income-statement")
    @Transactional
    @Operation(summary = "Income statement between two days; of the open period where none are given")
    public Response incomeStatement(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        openBooks.requireReader();
        FinancialStatements.IncomeStatement statement = report.incomeStatement(day("from", from), day("to", to));
        return ReportFormat.of(headers, statement, () -> FinancialStatements.table(statement));
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
