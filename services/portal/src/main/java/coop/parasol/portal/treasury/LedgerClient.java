package coop.parasol.portal.treasury;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The books at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface LedgerClient {

    /** An account with its balance; what is on the credit side is below zero. */
    record AccountBalance(int code, String account, String title, String kind, Money balance) {

        public boolean isCredit() {
            return balance.isNegative();
        }
    }

    /** A line of an account. */
    record Line(
            long entry,
            LocalDate bookedOn,
            String event,
            String narrative,
            String actor,
            @Nullable String reference,
            @Nullable UUID memberId,
            Money amount,
            Money balance) {}

    /** The balance sheet at the end of a day. */
    record BalanceSheet(
            LocalDate on, Part assets, Part liabilities, Part equity, Money openResult, Money netBookValue) {}

    /** One side of a statement. */
    record Part(List<Item> items, Money total) {}

    /** An account within a side. */
    record Item(String account, Money amount) {}

    /** The income statement between two days. */
    record IncomeStatement(LocalDate from, LocalDate to, Part income, Part expenses, Money result) {}

    /** What a check of the books has found. */
    record Check(
            Instant checkedAt,
            boolean entriesSumToZero,
            boolean netBookValueEquation,
            boolean onePerMember,
            Money assets,
            Money liabilities,
            Money openIncome,
            Money equity,
            long shares) {}

    /** An entry of the journal. */
    record Entry(
            long entry,
            String event,
            String sourceDocument,
            String narrative,
            String actor,
            Instant bookedAt,
            LocalDate bookedOn,
            @Nullable UUID memberId,
            @Nullable String reference,
            @Nullable Long reverses,
            List<EntryLine> lines) {}

    /** A line of an entry. */
    record EntryLine(String account, Money amount, Money balance) {}

    /** Why an entry is reversed. */
    record ManualEntryReversal(@Nullable String reason) {}

    /** A proposed or posted manual entry. */
    record ManualEntry(
            UUID manualEntryId,
            String state,
            LocalDate bookedOn,
            String narrative,
            @Nullable String reference,
            @Nullable Long reverses,
            List<PostedLine> lines,
            String proposedBy,
            @Nullable String decidedBy,
            @Nullable Long entry) {}

    /** A line of a manual entry. */
    record PostedLine(String account, Money amount) {}

    /** An entry to be proposed. */
    record NewEntry(
            @Nullable String bookedOn,
            @Nullable String narrative,
            @Nullable String reference,
            @Nullable List<NewLine> lines) {}

    /** A line of an entry. */
    record NewLine(@Nullable String account, @Nullable Sum amount) {}

    /** An amount as it was typed: the service says what is wrong with it. */
    record Sum(@Nullable String amount, @Nullable String currency) {}

    @GET
    @Path("ledger/accounts")
    @Produces(MediaType.APPLICATION_JSON)
    List<AccountBalance> accounts(@QueryParam("on") @Nullable String on);

    @GET
    @Path("ledger/accounts/{account}/lines")
    @Produces(MediaType.APPLICATION_JSON)
    Listed<Line> lines(
            @PathParam("account") String account,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to);

    @GET
    @Path("ledger/balance-sheet")
    @Produces(MediaType.APPLICATION_JSON)
    BalanceSheet balanceSheet(@QueryParam("on") @Nullable String on);

    @GET
    @Path("ledger/income-statement")
    @Produces(MediaType.APPLICATION_JSON)
    IncomeStatement incomeStatement(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to);

    @GET
    @Path("ledger/check")
    Check check();

    @POST
    @Path("ledger/check")
    Check checkNow(@HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("ledger/entries")
    Listed<Entry> entries(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to);

    @POST
    @Path("ledger/entries/{entry}/reversal")
    ManualEntry reverse(
            @PathParam("entry") long entry,
            @HeaderParam("Idempotency-Key") String key,
            ManualEntryReversal manualEntryReversal);

    @GET
    @Path("ledger/manual-entries")
    Listed<ManualEntry> manualEntries(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state);

    @GET
    @Path("ledger/manual-entries/{manualEntryId}")
    RestResponse<ManualEntry> manualEntry(@PathParam("manualEntryId") UUID manualEntryId);

    @POST
    @Path("ledger/manual-entries")
    ManualEntry propose(@HeaderParam("Idempotency-Key") String key, NewEntry newEntry);

    @DELETE
    @Path("ledger/manual-entries/{manualEntryId}")
    ManualEntry withdraw(@PathParam("manualEntryId") UUID manualEntryId, @HeaderParam("If-Match") String seen);

    @POST
    @Path("ledger/manual-entries/{manualEntryId}/approval")
    ManualEntry approve(
            @PathParam("manualEntryId") UUID manualEntryId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("ledger/journal")
    @Produces("text/plain")
    byte[] journal();

    @GET
    @Path("ledger/journal")
    @Produces("text/csv")
    byte[] journalTable();
}
