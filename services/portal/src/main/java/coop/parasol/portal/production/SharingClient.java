package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
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

/** Parts of commitments that producers offer, take and hand over, at the service production. */
@RegisterRestClient(configKey = "production")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface SharingClient {

    /** A member by the name that it goes by. */
    record Producer(UUID memberId, @Nullable String name) {}

    /** A part of one's offer that another has taken. */
    record Part(Producer takenBy, Quantity quantity, Instant takenAt) {}

    /** One's own offer. */
    record Offer(
            UUID offerId,
            UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity offered,
            Quantity taken,
            boolean toAll,
            List<Producer> to,
            int originatorShare,
            String state,
            Instant offeredAt,
            List<Part> parts) {

        /** To whom it is made by name; empty for all. */
        public String names() {
            return SharingClient.names(to);
        }

        /** Who has taken parts of it. */
        public String takers() {
            return SharingClient.names(
                    parts.stream().map(Part::takenBy).distinct().toList());
        }
    }

    /** An offer of another member. */
    record OfferToYou(
            UUID offerId,
            Producer originator,
            String product,
            String grade,
            Period period,
            Quantity available,
            boolean toAll,
            int originatorShare,
            Instant offeredAt) {

        /** The name of who offers it. */
        public String originatorName() {
            return SharingClient.names(List.of(originator));
        }
    }

    /** What one has taken of another's commitment. */
    record Taken(
            UUID partId,
            UUID commitmentId,
            Producer originator,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            int originatorShare,
            Instant takenAt) {}

    /** What is handed over inside the freeze, or received. */
    record Handover(
            UUID handoverId,
            String direction,
            @Nullable String otherName,
            @Nullable UUID commitmentId,
            String product,
            String grade,
            Period period,
            Quantity quantity,
            String state,
            Instant proposedAt,
            @Nullable Instant decidedAt) {}

    /** A part of a commitment to be offered; to all members if none is named. */
    record NewOffer(UUID commitmentId, ProductionClient.Amount quantity, List<UUID> memberIds) {}

    /** A part of an offer to be taken. */
    record NewPart(
            ProductionClient.Amount quantity, @Nullable String route) {}

    /** A part of a commitment to be handed over. */
    record NewHandover(UUID commitmentId, UUID memberId, ProductionClient.Amount quantity) {}

    /** By which process what is handed over is made. */
    record Acceptance(@Nullable String route) {}

    private static String names(List<Producer> producers) {
        return String.join(
                ", ",
                producers.stream()
                        .map(each -> each.name() == null ? each.memberId().toString() : each.name())
                        .toList());
    }

    @GET
    @Path("producers")
    Listed<Producer> producers(@QueryParam("q") String text, @QueryParam("limit") int limit);

    @GET
    @Path("shared-offers")
    Listed<Offer> offers(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("shared-offers/open")
    Listed<OfferToYou> open(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("shared-offers/{offerId}")
    OfferToYou offerToYou(@PathParam("offerId") UUID offerId);

    @GET
    @Path("shared-offers/taken")
    Listed<Taken> taken(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("shared-offers")
    Offer offer(@HeaderParam("Idempotency-Key") String key, NewOffer offer);

    @POST
    @Path("shared-offers/{offerId}/parts")
    Taken take(@PathParam("offerId") UUID offerId, @HeaderParam("Idempotency-Key") String key, NewPart part);

    @DELETE
    @Path("shared-offers/{offerId}")
    Offer withdraw(@PathParam("offerId") UUID offerId);

    @GET
    @Path("handovers")
    Listed<Handover> handovers(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("handovers")
    Handover handOver(@HeaderParam("Idempotency-Key") String key, NewHandover handover);

    @POST
    @Path("handovers/{handoverId}/acceptance")
    Handover accept(
            @PathParam("handoverId") UUID handoverId,
            @HeaderParam("Idempotency-Key") String key,
            Acceptance acceptance);

    @DELETE
    @Path("handovers/{handoverId}")
    Handover end(@PathParam("handoverId") UUID handoverId);
}
