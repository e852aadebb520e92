package coop.parasol.portal.registrar;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Exits at the service membership, as far as the registrar's pages need them. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface ExitsClient {

    /** An exit with its money, as far as it is known. */
    record Exit(
            UUID exitId,
            UUID memberId,
            String memberName,
            String state,
            String kind,
            @Nullable String reason,
            @Nullable String document,
            @Nullable Reversal reversal,
            Instant requestedAt,
            LocalDate noticeUntil,
            Clearances clearances,
            @Nullable LocalDate valuedOn,
            @Nullable Money equalShare,
            @Nullable Money patronageCapital,
            @Nullable Money debts,
            @Nullable Money stillOwed,
            @Nullable Money claim,
            @Nullable Holdback holdback,
            @Nullable Money payable,
            @Nullable Money paid,
            List<Payment> payments,
            @Nullable Instant paidAt,
            @Nullable LocalDate lastStatementUntil,
            @Nullable Instant endedAt) {}

    /** The proposal to reverse an exit. */
    record Reversal(
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String agreedBy) {}

    /** When each service had nothing open of the member. */
    record Clearances(
            @Nullable Instant production,
            @Nullable Instant quality,
            @Nullable Instant distribution) {}

    /** What is kept back for recalls. */
    record Holdback(
            Money amount,
            LocalDate until,
            Money applied,
            Money left,
            @Nullable Money released) {}

    /** One instalment of what is paid out. */
    record Payment(
            UUID paymentId,
            int number,
            String kind,
            Money amount,
            LocalDate dueOn,
            String state,
            @Nullable Instant paidAt,
            @Nullable String bankReference) {}

    /** What has happened and what is waited for. */
    record Timeline(String state, TakenPage taken, List<EndedGoods> goodsEnded, List<Waiting> next) {}

    /** Steps that were taken. */
    record TakenPage(List<Taken> items, @Nullable String next) {}

    /** One step that was taken. */
    record Taken(
            String step,
            Instant at,
            String by,
            @Nullable String detail,
            @Nullable Money amount) {}

    /** Lots for which a choice was not done. */
    record EndedGoods(String ending, long lots, Instant lastAt) {}

    /** What is waited for, and through whom. */
    record Waiting(String what, String through, @Nullable LocalDate on) {}

    /** An unsold lot and what was chosen for it. */
    record GoodsLot(UUID batchId, String product, String lot, String grade, Quantity quantity, String choice) {}

    /** Why a recorded exit is reversed. */
    record TerminationReversal(@Nullable String reason) {}

    /** A death or dissolution, with the document that proves it. */
    record Termination(
            @Nullable String reason,
            @Nullable String document,
            @Nullable String iban) {}

    @GET
    @Path("exits")
    Listed<Exit> exits(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("exits/{exitId}")
    Exit exit(@PathParam("exitId") UUID exitId);

    @GET
    @Path("exits/{exitId}/timeline")
    Timeline timeline(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("exits/{exitId}/goods")
    Listed<GoodsLot> goods(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("exits/{exitId}/reversal")
    Exit proposeReversal(
            @PathParam("exitId") UUID exitId,
            @HeaderParam("Idempotency-Key") String key,
            TerminationReversal terminationReversal);

    @DELETE
    @Path("exits/{exitId}/reversal")
    Exit withdrawReversal(@PathParam("exitId") UUID exitId);

    @POST
    @Path("exits/{exitId}/reversal/approval")
    Exit approveReversal(@PathParam("exitId") UUID exitId, @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("members/{memberId}/termination")
    Exit terminate(
            @PathParam("memberId") UUID memberId, @HeaderParam("Idempotency-Key") String key, Termination termination);

    @GET
    @Path("exits/{exitId}/statement.pdf")
    @Produces("application/pdf")
    byte[] statement(@PathParam("exitId") UUID exitId, @HeaderParam("Accept-Language") String language);
}
