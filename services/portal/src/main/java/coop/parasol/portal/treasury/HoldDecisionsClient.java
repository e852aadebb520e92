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
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What two treasurers decide about a payable that is held, at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("payables/{payableId}/hold-decisions")
public interface HoldDecisionsClient {

    /** What one treasurer has proposed, and what became of it. */
    record HoldDecision(
            UUID decisionId,
            String decision,
            @Nullable Transfer paid,
            @Nullable String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /** What the bank has paid. */
    record Transfer(Money amount, String bankReference) {}

    /** What is proposed, as it was typed. */
    record NewDecision(
            @Nullable String decision,
            @Nullable NewTransfer paid,
            @Nullable String reason) {}

    /** What the bank has paid, as it was typed. */
    record NewTransfer(LedgerClient.Sum amount, @Nullable String bankReference) {}

    @GET
    Listed<HoldDecision> decisions(@PathParam("payableId") UUID payableId, @QueryParam("limit") int limit);

    @POST
    HoldDecision propose(
            @PathParam("payableId") UUID payableId,
            @HeaderParam("Idempotency-Key") String key,
            NewDecision newDecision);

    @POST
    @Path("{decisionId}/approval")
    HoldDecision approve(
            @PathParam("payableId") UUID payableId,
            @PathParam("decisionId") UUID decisionId,
            @HeaderParam("Idempotency-Key") String key);

    @DELETE
    @Path("{decisionId}")
    HoldDecision withdraw(@PathParam("payableId") UUID payableId, @PathParam("decisionId") UUID decisionId);
}
