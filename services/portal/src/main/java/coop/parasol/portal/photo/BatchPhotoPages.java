package coop.parasol.portal.photo;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Uploads;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.photo.BatchPhotoClient.Lot;
import coop.parasol.portal.photo.BatchPhotoClient.Photo;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The photos of a lot: one page for its producer, who adds and removes them, for whoever inspects it and for the quality desk. */
@Path("batches/{batchId}/photos")
@Blocking
final class BatchPhotoPages {

    private static final String FILE = "file";

    private final BatchPhotoClient quality;
    private final Parts parts;
    private final Person person;

    BatchPhotoPages(@RestClient BatchPhotoClient quality, Parts parts, Person person) {
        this.quality = quality;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "photo")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance photos(
                UUID batchId, Part<Lot> lot, Part<Listed<Photo>> photos, Reader reader, FormFields form);
    }

    /**
     * Who looks at the photos.
     *
     * @param changes whether they are those of its own lot, and may still change
     * @param lotPage the page of the lot from which it came
     */
    record Reader(boolean own, boolean changes, String lotPage) {}

    @GET
    public TemplateInstance photos(@PathParam("batchId") UUID batchId) {
        return page(batchId, FormFields.empty());
    }

    private TemplateInstance page(UUID batchId, FormFields form) {
        Parts.Pending<Lot> pending = parts.start(() -> quality.lot(batchId));
        Part<Listed<Photo>> photos = parts.load(() -> quality.photos(batchId));
        Part<Lot> lot = pending.await();
        return Templates.photos(batchId, lot, photos, reader(batchId, lot), form);
    }

    private Reader reader(UUID batchId, Part<Lot> lot) {
        boolean own = person.is("producer")
                && (!lot.isLoaded() || lot.value().memberId().equals(person.memberId()));
        boolean changes = own && lot.isLoaded() && lot.value().isOpen();
        if (own) {
            return new Reader(true, changes, "/batches/" + batchId);
        }
        return new Reader(false, false, (person.is("auditor") ? "/inspections/" : "/quality/batches/") + batchId);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @PathParam("batchId") UUID batchId,
            @RestForm("idempotency-key") @Nullable String key,
            @RestForm("caption") @Nullable String caption,
            @RestForm(FILE) @Nullable FileUpload file) {
        FormFields form = FormFields.empty().with("idempotency-key", key).with("caption", caption);
        byte[] photo = Uploads.bytes(file);
        if (photo.length == 0) {
            form.refuse(FILE, Words.of(BatchPhotoMessages.class).chooseOne());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(batchId, form))
                    .build();
        }
        try {
            quality.add(
                    batchId,
                    UUID.nameUUIDFromBytes(form.key().getBytes(StandardCharsets.UTF_8)),
                    form.text("caption"),
                    photo);
            return shown(batchId);
        } catch (ServiceProblem refused) {
            form.with(FILE, "").with("body", "");
            return form.refusedBy(refused, () -> page(batchId, form));
        }
    }

    @POST
    @Path("{photoId}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @PathParam("batchId") UUID batchId,
            @PathParam("photoId") UUID photoId,
            MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.empty();
        try {
            quality.remove(batchId, photoId);
            return shown(batchId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(batchId, form));
        }
    }

    private static Response shown(UUID batchId) {
        return Response.seeOther(URI.create("/batches/" + batchId + "/photos")).build();
    }

    /** The picture as the service gives it. */
    @GET
    @Path("{photoId}")
    public Response file(@PathParam("batchId") UUID batchId, @PathParam("photoId") UUID photoId) {
        try (Response answer = quality.file(batchId, photoId)) {
            return Response.ok(answer.readEntity(byte[].class))
                    .type(answer.getHeaderString(HttpHeaders.CONTENT_TYPE))
                    .header(HttpHeaders.CONTENT_DISPOSITION, answer.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                    .build();
        }
    }
}
