package coop.parasol.portal.registrar;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import coop.parasol.portal.page.Formats;
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

/** Accounts of the firm's own people, at the service membership, as two persons give them and one takes them away. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("staff-accounts")
public interface StaffClient {

    /** An account, also after it was removed. */
    record Account(
            UUID accountId,
            UUID subject,
            String email,
            String name,
            List<String> roles,
            @Nullable UUID auditorId,
            String proposedBy,
            String approvedBy,
            Instant approvedAt,
            @Nullable Instant invitedAt,
            @Nullable String removedBy,
            @Nullable Instant removedAt) {

        /** What the person may do, in words. */
        public String rights() {
            return StaffClient.rights(roles);
        }
    }

    /** Rights that were proposed. */
    record Proposal(
            UUID proposalId,
            String email,
            String name,
            List<String> roles,
            @Nullable UUID auditorId,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        /** What the person is to be allowed, in words. */
        public String rights() {
            return StaffClient.rights(roles);
        }
    }

    /** Who is to get which rights. */
    record NewProposal(
            @Nullable String email,
            @Nullable String name,
            List<String> roles,
            @Nullable String auditorId,
            @Nullable String language) {}

    private static String rights(List<String> roles) {
        return Formats.listed(roles.stream().map(Formats::words).toList());
    }

    @GET
    Listed<Account> accounts(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("{accountId}/invitation")
    Account invite(@PathParam("accountId") UUID accountId, @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("{accountId}/removal")
    Account remove(@PathParam("accountId") UUID accountId, @HeaderParam("Idempotency-Key") String key);

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
