package coop.parasol.portal.document;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service pricing, as far as pages of payout documents need it; a producer is answered its own. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("payout-documents")
public interface PayoutDocumentClient {

    /** A document that a payout was drawn up as. */
    record PayoutDocument(
            UUID documentId,
            String number,
            String kind,
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            Period period,
            LocalDate issuedOn,
            Money total,
            @Nullable Money taxOnTop,
            @Nullable UUID amends,
            String digest) {}

    @GET
    Listed<PayoutDocument> documents(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("{documentId}/pdf")
    @Produces("application/pdf")
    byte[] pdf(@PathParam("documentId") UUID documentId, @QueryParam("language") String language);
}
