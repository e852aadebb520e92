package coop.parasol.portal.logistics;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The goods of leaving members at the service distribution. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface LeavingGoodsClient {

    /** A leaving member and its unsold goods. */
    record Leaving(
            UUID exitId,
            UUID memberId,
            @Nullable String name,
            String state,
            @Nullable Instant boundAt,
            @Nullable Long batchesCertified,
            List<UnsoldSum> unsold) {}

    /** Unsold goods of a product and grade. */
    record UnsoldSum(String product, String grade, long lots, Quantity quantity) {}

    /** A lot that is taken back or offered. */
    record Goods(
            UUID batchId,
            @Nullable String memberName,
            @Nullable String product,
            @Nullable String grade,
            @Nullable String lot,
            String choice,
            String state,
            @Nullable Quantity quantity,
            @Nullable LocalDate openUntil,
            @Nullable Money unitPrice,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            long version) {}

    /** A lot of a leaving member of which units are left to sell. */
    record Unsold(UUID batchId, String product, String grade, String lot, Quantity quantity) {}

    /** At which price a lot is bought in. */
    record PurchaseProposal(@Nullable Sum unitPrice) {}

    /** An amount as it was typed: the service says what is wrong with it. */
    record Sum(@Nullable String amount, @Nullable String currency) {}

    @GET
    @Path("exits")
    Listed<Leaving> leaving(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("exits/{exitId}")
    Leaving leaving(@PathParam("exitId") UUID exitId);

    @GET
    @Path("exits/{exitId}/goods/{batchId}")
    Goods lot(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId);

    @GET
    @Path("exits/{exitId}/goods")
    Listed<Goods> goods(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("exits/{exitId}/unsold")
    Listed<Unsold> unsold(
            @PathParam("exitId") UUID exitId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("exits/{exitId}/goods/{batchId}/handover")
    Goods handOver(
            @PathParam("exitId") UUID exitId,
            @PathParam("batchId") UUID batchId,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("exits/{exitId}/goods/{batchId}/purchase")
    Goods propose(
            @PathParam("exitId") UUID exitId,
            @PathParam("batchId") UUID batchId,
            @HeaderParam("Idempotency-Key") String key,
            PurchaseProposal purchaseProposal);

    @POST
    @Path("exits/{exitId}/goods/{batchId}/purchase/approval")
    Goods approve(
            @PathParam("exitId") UUID exitId,
            @PathParam("batchId") UUID batchId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("exits/{exitId}/goods/{batchId}/refusal")
    Goods decline(
            @PathParam("exitId") UUID exitId,
            @PathParam("batchId") UUID batchId,
            @HeaderParam("Idempotency-Key") String key);
}
