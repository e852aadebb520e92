package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.inspection.InspectionClient.Attachment;
import coop.parasol.portal.inspection.InspectionClient.Batch;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Photos and documents of an inspection. */
@Path("inspections")
@Blocking
final class PhotoPages {

    private final InspectionClient quality;
    private final Parts parts;

    PhotoPages(@RestClient InspectionClient quality, Parts parts) {
        this.quality = quality;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "inspection")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance photos(Batch batch, Part<Listed<Attachment>> attachments, FormFields form);
    }

    @GET
    @Path("{batchId}/photos")
    public TemplateInstance photos(@PathParam("batchId") UUID batchId) {
        return page(batchId, FormFields.empty());
    }

    private TemplateInstance page(UUID batchId, FormFields form) {
        Parts.Pending<Batch> batch = parts.start(() -> quality.batch(batchId));
        Part<Listed<Attachment>> attachments = parts.load(() -> quality.attachments(batchId));
        return Templates.photos(batch.await().required(), attachments, form);
    }

    @POST
    @Path("{batchId}/photos")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(
            @PathParam("batchId") UUID batchId,
            @RestForm("idempotency-key") String key,
            @RestForm("caption") @Nullable String caption,
            @RestForm("file") @Nullable FileUpload file) {
        FormFields form = FormFields.sent(new MultivaluedHashMap<>(Map.of("idempotency-key", key)))
                .with("caption", caption);
        if (file == null || file.size() == 0) {
            form.refuse("file", Words.of(UnitMessages.class).chooseOrTakeA());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(batchId, form))
                    .build();
        }
        try {
            quality.attach(
                    batchId,
                    UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                    file.fileName(),
                    form.text("caption"),
                    Files.readAllBytes(file.uploadedFile()));
            return Response.seeOther(URI.create("/inspections/" + batchId + "/photos"))
                    .build();
        } catch (ServiceProblem refused) {
            form.with("file", "").with("body", "");
            return form.refusedBy(refused, () -> page(batchId, form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("{batchId}/photos/{attachmentId}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @PathParam("batchId") UUID batchId,
            @PathParam("attachmentId") UUID attachmentId,
            MultivaluedMap<String, String> sent) {
        quality.remove(batchId, attachmentId);
        return Response.seeOther(URI.create("/inspections/" + batchId + "/photos"))
                .build();
    }

    /** The file as the service gives it, to be saved or shown as a picture. */
    @GET
    @Path("{batchId}/photos/{attachmentId}")
    public Response file(@PathParam("batchId") UUID batchId, @PathParam("attachmentId") UUID attachmentId) {
        try (Response answer = quality.file(batchId, attachmentId)) {
            return Response.ok(answer.readEntity(byte[].class))
                    .type(answer.getHeaderString(HttpHeaders.CONTENT_TYPE))
                    .header(HttpHeaders.CONTENT_DISPOSITION, answer.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                    .build();
        }
    }
}
