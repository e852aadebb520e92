package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    @GET
    @Path("payables")
    Listed<Payable> payables(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("payables/{payableId}")
    PayableDetail payable(@PathParam("payableId") UUID payableId);

    @GET
    @Path("payouts")
    Listed<Payout> payouts(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("members/{memberId}/statements/{year}.pdf")
    @Produces("application/pdf")
    byte[] annualStatement(@PathParam("memberId") UUID memberId, @PathParam("year") int year);
}
