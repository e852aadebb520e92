package coop.parasol.portal.registrar;

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

/** Which firms have one owner, at the service membership, as one registrar proposes it and another approves it. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("firm-owners")
public interface FirmOwnerClient {

    /** A firm by its name. */
    record Firm(UUID memberId, String name) {}

    /** A firm that has one owner with others. */
    record FirmOwner(UUID memberId, String name, UUID ownerId, List<Firm> otherFirms, Instant recordedAt) {

        /** The names of the other firms of its owner. */
        public String others() {
            return FirmOwnerClient.names(otherFirms);
        }
    }

    /** What was proposed about owners of firms. */
    record Proposal(
            UUID proposalId,
            String kind,
            List<Firm> firms,
            @Nullable String proof,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        /** The names of the firms that it is about. */
        public String names() {
            return FirmOwnerClient.names(firms);
        }
    }

    /** What is to be recorded. */
    record NewProposal(
            String kind, List<UUID> memberIds, @Nullable String proof) {}

    private static String names(List<Firm> firms) {
        return String.join(", ", firms.stream().map(Firm::name).toList());
    }

    @GET
    Listed<FirmOwner> owners(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("proposals")
    Listed<Proposal> proposals(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("proposals")
    Proposal propose(@HeaderParam("Idempotency-Key") String key, NewProposal proposal);

    @POST
    @Path("proposals/{proposalId}/approval")
    Proposal approve(@PathParam("proposalId") UUID proposalId, @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("proposals/{proposalId}")
    Proposal withdraw(@PathParam("proposalId") UUID proposalId);
}
