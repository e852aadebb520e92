package coop.parasol.portal.photo;

import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service quality, as far as the photos of a lot need it. */
@RegisterRestClient(configKey = "quality")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/batches/{batchId}")
public interface BatchPhotoClient {

    /**
     * A lot.
     *
     * @param seedDigest absent until its sample is drawn
     */
    record Lot(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            String state,
            @Nullable String seedDigest,
            @Nullable UUID suspendedBy) {

        /** Whether its producer may still change its photos, as far as can be seen; the service decides. */
        boolean isOpen() {
            return seedDigest == null
                    && suspendedBy == null
                    && (state.equals("REPORTED") || state.equals("WAITING_FOR_STANDARD") || state.equals("HELD"));
        }
    }

    /**
     * A photo.
     *
     * @param caption empty where its producer has said nothing of it
     * @param digest SHA-256 of the picture, in hexadecimal
     */
    record Photo(UUID photoId, String caption, String digest, Instant addedAt) {}

    @GET
    Lot lot(@PathParam("batchId") UUID batchId);

    @GET
    @Path("photos")
    Listed<Photo> photos(@PathParam("batchId") UUID batchId);

    @GET
    @Path("photos/{photoId}")
    @Produces(MediaType.WILDCARD)
    Response file(@PathParam("batchId") UUID batchId, @PathParam("photoId") UUID photoId);

    @PUT
    @Path("photos/{photoId}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    Photo add(
            @PathParam("batchId") UUID batchId,
            @PathParam("photoId") UUID photoId,
            @QueryParam("caption") String caption,
            byte[] photo);

    @DELETE
    @Path("photos/{photoId}")
    void remove(@PathParam("batchId") UUID batchId, @PathParam("photoId") UUID photoId);
}
