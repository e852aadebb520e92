package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as an owner's pages about the firm's books need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface BooksClient {

    /** What the firm has and owes at the end of a day. */
    record BalanceSheet(
            LocalDate on, Block assets, Block liabilities, Block equity, Money openResult, Money netBookValue) {}

    /** Accounts and their sum. */
    record Block(List<Item> items, Money total) {}

    /** An account of the chart of accounts with its balance on the day that was asked for. */
    record Item(String account, Money amount) {}

    /** What came in and went out between two days. */
    record IncomeStatement(LocalDate from, LocalDate to, Block income, Block expenses, Money result) {}

    /** One account of the trial balance. */
    record Account(int code, String account, String title, String kind, Money balance) {}

    /** What the last check of the conservation laws has found. */
    record Check(
            Instant checkedAt,
            boolean entriesSumToZero,
            boolean netBookValueEquation,
            boolean onePerMember,
            Money assets,
            Money liabilities,
            Money openIncome,
            Money equity,
            long shares) {

        public boolean isRight() {
            return entriesSumToZero && netBookValueEquation && onePerMember;
        }
    }

    @GET
    @Path("ledger/balance-sheet")
    @Produces(MediaType.APPLICATION_JSON)
    BalanceSheet balanceSheet(@QueryParam("on") @Nullable String on);

    @GET
    @Path("ledger/income-statement")
    @Produces(MediaType.APPLICATION_JSON)
    IncomeStatement incomeStatement();

    @GET
    @Path("ledger/accounts")
    @Produces(MediaType.APPLICATION_JSON)
    List<Account> accounts(@QueryParam("on") @Nullable String on);

    @GET
    @Path("ledger/accounts")
    @Produces("text/csv")
    String accountsTable(@QueryParam("on") @Nullable String on);

    @GET
    @Path("ledger/check")
    @Produces(MediaType.APPLICATION_JSON)
    Check check();

    @GET
    @Path("ledger/proof")
    @Produces(MediaType.APPLICATION_JSON)
    byte[] proof(@QueryParam("kept") @Nullable String kept);
}
