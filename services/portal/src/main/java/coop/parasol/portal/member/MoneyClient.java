package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service membership, as far as a member's pages about its money need it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface MoneyClient {

    /** What the firm owes a member; {@code setOff} is the part of it that has settled a claim of the firm. */
    record Payable(
            UUID payableId,
            String kind,
            UUID sourceId,
            Money amount,
            Money setOff,
            LocalDate dueOn,
            String narrative,
            String state,
            @Nullable String heldBecause,
            @Nullable String iban,
            @Nullable String bankReference,
            @Nullable Instant paidAt,
            @Nullable Instant returnedAt,
            @Nullable String returnReason,
            @Nullable UUID replacedBy) {

        /** How membership writes what a pool owes. */
        private static final Pattern POOL = Pattern.compile("Pool (.+) (\\d{4}-W\\d{2})");

        /** How membership writes the tax that a document has on top. */
        private static final Pattern TAX = Pattern.compile("Tax ([A-Z]{1,3}-\\S+)");

        private static final Pattern ADVANCE = Pattern.compile("Advance (\\S+) (.+)");

        /** What it is for, in the reader's language where the books name a pool, an advance or a document's tax; else in their words. */
        public String title() {
            Matcher advance = ADVANCE.matcher(narrative);
            if (advance.matches()) {
                return Words.of(MoneyMessages.class).advanceOn(advance.group(1), advance.group(2));
            }
            Matcher pool = POOL.matcher(narrative);
            Matcher tax = TAX.matcher(narrative);
            if (tax.matches()) {
                return Words.of(MoneyMessages.class).taxOf(tax.group(1));
            }
            return pool.matches()
                    ? Words.of(MoneyMessages.class).poolOf(pool.group(1), Formats.text(Period.parse(pool.group(2))))
                    : narrative;
        }

        /** Whether it is still to come. */
        public boolean isComing() {
            return !state.equals("PAID") && !state.equals("CANCELLED") && !state.equals("RETURNED");
        }

        /** How the state is marked. */
        public String mark() {
            return switch (state) {
                case "PAID" -> "good";
                case "HELD", "RETURNED" -> "bad";
                default -> "waiting";
            };
        }

        /** What comes to the bank. */
        public Money remainder() {
            return amount.minus(setOff);
        }
    }

    /** A payable and what has become of it. */
    record PayableDetail(Payable payable, List<Step> history) {}

    /** One change of a payable. */
    record Step(String change, @Nullable String detail, Instant changedAt) {}

    /** A member's part of a settled pool, as the books owe it. */
    record Payout(
            UUID payoutId,
            UUID settlementId,
            Money amount,
            Money setOff,
            Instant statedAt,
            @Nullable String bankReference,
            @Nullable Instant paidAt) {}

    /** A member's year in the books; positive amounts are the member's, negative ones are owed by it. */
    record AnnualStatement(
            String name,
            String registrationNumber,
            int year,
            LocalDate drawnUpOn,
            int shares,
            LocalDate valuedOn,
            Money shareValue,
            long members,
            List<AccountYear> accounts,
            List<BookLine> entries,
            long entriesLeftOut) {

        /** The account of a line in the reader's language, which the line names by its title. */
        public String nameOfAccount(BookLine line) {
            return accounts.stream()
                    .filter(year -> year.title().equals(line.account()))
                    .findFirst()
                    .map(year -> Formats.words(year.account()))
                    .orElse(line.account());
        }
    }

    /** One account's year. */
    record AccountYear(String account, String title, Money opening, Money moved, Money closing) {}

    /**
     * One line of the books.
     *
     * @param account by its title
     */
    record BookLine(
            long entry,
            LocalDate bookedOn,
            String event,
            String account,
            @Nullable String reference,
            Money amount) {}

    @GET
    @Path("payables")
    Listed<Payable> payables(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("payables")
    Listed<Payable> payablesOf(
            @QueryParam("kind") String kind, @QueryParam("sort") String sort, @QueryParam("limit") int limit);

    @GET
    @Path("payables/{payableId}")
    PayableDetail payable(@PathParam("payableId") UUID payableId);

    @GET
    @Path("payouts")
    Listed<Payout> payouts(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("members/{memberId}/statements/{year}")
    AnnualStatement annualStatement(@PathParam("memberId") UUID memberId, @PathParam("year") int year);
}
