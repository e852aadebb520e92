package coop.parasol.portal.photo;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.offline.OfflineAnswer;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Person;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Photos of a batch that a producer has reported without a line; the batch has arrived before. */
@Path("offline/batches/{batchId}/photos/{photoId}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
final class OfflineBatchPhotoResource {

    private static final int NOT_FOUND = 404;

    private final BatchPhotoClient quality;
    private final Person person;

    OfflineBatchPhotoResource(@RestClient BatchPhotoClient quality, Person person) {
        this.quality = quality;
        this.person = person;
    }

    /**
     * A photo, under the id that it has on the phone. Quality hears of a batch a moment after production has it: until then the
     * photo stays on the phone.
     *
     * @param digest SHA-256 of the bytes as they were kept
     */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response add(
            @PathParam("batchId") UUID batchId,
            @PathParam("photoId") UUID photoId,
            @QueryParam("person") String of,
            @QueryParam("caption") String caption,
            @QueryParam("digest") String digest,
            byte[] photo) {
        try {
            return OfflineAnswer.toPhoto(
                    person,
                    of,
                    digest,
                    photo,
                    () -> quality.add(batchId, photoId, caption, photo).digest(),
                    "/batches/" + batchId + "/photos");
        } catch (ServiceProblem refused) {
            return refused.document().status() == NOT_FOUND
                    ? OfflineAnswer.later()
                    : OfflineAnswer.refused(FormFields.empty(), refused);
        }
    }
}
