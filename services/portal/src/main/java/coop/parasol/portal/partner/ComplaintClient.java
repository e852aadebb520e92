package coop.parasol.portal.partner;

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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A partner's complaints of goods, at the service quality. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("complaints")
public interface ComplaintClient {

    /** A complaint, and what the quality desk has answered. */
    record Complaint(
            UUID complaintId,
            String certificateNumber,
            String product,
            String lot,
            String defectClass,
            @Nullable Quantity quantity,
            String description,
            String state,
            Instant reportedAt,
            @Nullable Instant decidedAt,
            @Nullable String answer) {}

    /** A complaint as it was typed: the service says what is wrong with it. */
    record Report(
            @Nullable String certificateNumber,
            @Nullable String defectClass,
            PartnerClient.@Nullable Amount quantity,
            @Nullable String description) {}

    @GET
    Listed<Complaint> complaints(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("{complaintId}")
    Complaint complaint(@PathParam("complaintId") UUID complaintId);

    @POST
    Complaint report(@HeaderParam("Idempotency-Key") String key, Report report);
}
