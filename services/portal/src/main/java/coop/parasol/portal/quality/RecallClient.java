package coop.parasol.portal.quality;

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
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as the pages about suspensions and recalls need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface RecallClient {

    /** Which batches a decision is about; all fields that are there have to fit. */
    record Scope(
            @Nullable List<String> lots,
            @Nullable String memberId,
            @Nullable String product,
            @Nullable String characteristic,
            @Nullable Instant certifiedFrom,
            @Nullable Instant certifiedBefore) {}

    /** How many batches of a product a decision would reach, and how much that is. */
    record ProductBatches(String product, String state, long batches, Quantity quantity) {}
    /** Whose batches a decision would reach, and which of the named lots there are not. */
    record Reach(List<UUID> producers, List<String> lotsNotFound) {}

    /** A producer by its name. */
    record Producer(UUID memberId, String name) {}

    /** What a recall or a suspension would reach, before it is proposed. */
    record Preview(
            long batches,
            long undecidedBatches,
            long suspendedUndecidedBatches,
            List<ProductBatches> products,
            Reach reach,
            List<Producer> producers,
            List<MadeLot> madeOf) {}

    /** A lot that was made of one that a decision would reach, and which it does not reach itself. */
    record MadeLot(
            UUID batchId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            @Nullable String brandLot,
            String state,
            int steps) {}

    /** A suspension, reinstatement or recall to decide or to propose. */
    record RecallRequest(
            String action,
            @Nullable String recallClass,
            @Nullable String reason,
            Scope scope,
            @Nullable Long expectedBatches) {}

    /** A recall, suspension or reinstatement with who has proposed and decided it. */
    record Recall(
            UUID recallId,
            String action,
            @Nullable String recallClass,
            String reason,
            Scope scope,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            Reach reach,
            List<Producer> producers,
            int undecidedBatches,
            int selected,
            int changed,
            int unchanged,
            @Nullable Instant finishedAt) {

        /** The producer of its scope by its name, or by its number where it has none. */
        public String scopeName() {
            return producers.stream()
                    .filter(each -> each.memberId().toString().equals(scope.memberId()))
                    .map(Producer::name)
                    .findFirst()
                    .orElse(String.valueOf(scope.memberId()));
        }

        /** Where the next page of its batches is. */
        public String pagePath() {
            return "/quality/recalls/" + recallId + "?";
        }

        public boolean isProposed() {
            return state.equals("PROPOSED");
        }
    }

    /** One batch that a recall reaches. */
    record RecalledBatch(
            String certificateNumber,
            UUID batchId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            String lot,
            String state,
            @Nullable Boolean changed) {}

    @GET
    @Path("recalls")
    Listed<Recall> recalls(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("recalls/{recallId}")
    Recall recall(@PathParam("recallId") UUID recallId);

    @GET
    @Path("recalls/{recallId}/batches")
    Listed<RecalledBatch> recalledBatches(
            @PathParam("recallId") UUID recallId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @POST
    @Path("recalls/preview")
    Preview preview(Scope scope);

    @POST
    @Path("recalls")
    Recall decide(@HeaderParam("Idempotency-Key") String key, RecallRequest request);

    @POST
    @Path("recalls/{recallId}/approval")
    Recall approve(@PathParam("recallId") UUID recallId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("recalls/{recallId}")
    Recall withdraw(@PathParam("recallId") UUID recallId);
}
