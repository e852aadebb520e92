package coop.parasol.portal.firm;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as it is about a certificate whose number somebody knows. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface CertificateClient {

    /** A certificate and its state now; it does not name the producer. */
    record Certificate(
            String number,
            String state,
            Instant since,
            @Nullable String recallClass,
            String product,
            String productName,
            @Nullable String gtin,
            String lot,
            String brandLot,
            String grade,
            Quantity quantity,
            @Nullable Quantity takenBack,
            @Nullable Instant takenBackAt,
            @Nullable LocalDate bestBefore,
            int standardVersion,
            @Nullable Release release,
            Instant issuedAt,
            String jws) {

        /** Roman, as the authorities write it; a dash where there is none. */
        public String classText() {
            return recallClass == null ? "–" : recallClass;
        }

        public boolean isInForce() {
            return state.equals("CERTIFIED");
        }
    }

    /** How a lot may be sold although it does not meet its standard. */
    record Release(String kind, String reason) {}

    @GET
    @Path("certificates/{number}")
    @Produces(MediaType.APPLICATION_JSON)
    Certificate certificate(@PathParam("number") String number);

    @GET
    @Path("certificates/{number}/print")
    @Produces("application/pdf")
    RestResponse<byte[]> print(@PathParam("number") String number, @HeaderParam("Accept-Language") String language);

    @GET
    @Path("certificates/{number}/qr")
    @Produces("image/svg+xml")
    RestResponse<byte[]> qr(@PathParam("number") String number);

    @GET
    @Path("certificates/{number}/labels")
    @Produces("application/pdf")
    RestResponse<byte[]> labels(
            @PathParam("number") String number,
            @QueryParam("count") @Nullable Integer count,
            @HeaderParam("Accept-Language") String language);

    @GET
    @Path("certificates/{number}/inspection-report")
    @Produces("application/pdf")
    RestResponse<byte[]> inspectionReport(
            @PathParam("number") String number, @HeaderParam("Accept-Language") String language);

    /** A JSON Web Key Set as text. */
    @GET
    @Path(".well-known/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    String keys();
}
