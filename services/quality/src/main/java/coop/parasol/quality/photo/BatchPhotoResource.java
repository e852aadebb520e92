package coop.parasol.quality.photo;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.attachment.FileResource;
import coop.parasol.quality.attachment.rules.FileName;
import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.inspection.Inspection;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import coop.parasol.quality.worklist.InspectionClaims;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of the photos that a producer adds to a batch that it has reported (ADR 0106). */
@Path("/batches/{batchId}/photos")
@Tag(name = "Batches")
public class BatchPhotoResource extends FileResource {

    private static final String DESK = "quality-desk";

    private final ChangePhotos changePhotos;
    private final BatchPhotoRepository photos;
    private final BatchRepository batches;
    private final InspectionClaims claims;
    private final FirmClock clock;
    private final Caller caller;

    BatchPhotoResource(
            ChangePhotos changePhotos,
            BatchPhotoRepository photos,
            BatchRepository batches,
            InspectionClaims claims,
            FirmClock clock,
            Caller caller) {
        this.changePhotos = changePhotos;
        this.photos = photos;
        this.batches = batches;
        this.claims = claims;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A photo of a batch, without its bytes.
     *
     * @param memberId the producer of the batch
     * @param caption what it shows, in the producer's words; empty where it has said nothing
     * @param mediaType what kind of picture it is, by its bytes
     * @param size in bytes
     * @param digest SHA-256 of the picture, in hexadecimal
     */
    public record BatchPhotoView(
            UUID photoId,
            UUID batchId,
            UUID memberId,
            String caption,
            String mediaType,
            int size,
            String digest,
            Instant addedAt) {

        static BatchPhotoView of(BatchPhoto photo) {
            return new BatchPhotoView(
                    photo.id,
                    photo.batchId,
                    photo.memberId,
                    photo.caption,
                    photo.type.mediaType(),
                    photo.size,
                    photo.digest,
                    photo.addedAt);
        }
    }

    @PUT
    @Path("/{photoId}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("producer")
    @Transactional
    @Operation(
            operationId = "addBatchPhoto",
            summary =
                    "Add a photo to a batch that you have reported, until its sample is drawn: a JPEG or PNG of up to 5 MB, six"
                            + " of a batch, under an id that your device has made; the same picture again is one photo")
    public Response add(
            @PathParam("batchId") UUID batchId,
            @PathParam("photoId") UUID photoId,
            @QueryParam("caption") @DefaultValue("") @Size(max = 300) String caption,
            byte @Nullable [] body) {
        SeriesKey series = own(batchId);
        byte[] bytes = bytes(body);
        FileType type = picture(bytes);
        return switch (changePhotos.add(
                new ChangePhotos.Request(photoId, batchId, series, type, caption.strip()), bytes)) {
            case ChangePhotos.Added(BatchPhoto photo, boolean isNew) ->
                (isNew ? Response.created(URI.create("/batches/" + batchId + "/photos/" + photo.id)) : Response.ok())
                        .entity(BatchPhotoView.of(photo))
                        .build();
            case ChangePhotos.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @DELETE
    @Path("/{photoId}")
    @RolesAllowed("producer")
    @Transactional
    @Operation(
            operationId = "removeBatchPhoto",
            summary = "Remove a photo of a batch that you have reported, until its sample is drawn")
    public Response remove(@PathParam("batchId") UUID batchId, @PathParam("photoId") UUID photoId) {
        changePhotos.remove(batchId, own(batchId), photoId).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        return Response.noContent().build();
    }

    @GET
    @RolesAllowed({"auditor", DESK, "producer"})
    @Transactional
    @Operation(
            operationId = "listBatchPhotos",
            summary =
                    "List the photos that the producer has added to a batch: its own, and those of a batch that the auditor has"
                            + " claimed or begun to inspect")
    public Page<BatchPhotoView> list(@PathParam("batchId") UUID batchId) {
        requireMaySee(batchId);
        List<BatchPhotoView> all =
                BatchPhoto.ofBatch(batchId).stream().map(BatchPhotoView::of).toList();
        return new Page<>(all, null);
    }

    @GET
    @Path("/{photoId}")
    @Produces({"image/jpeg", "image/png"})
    @RolesAllowed({"auditor", DESK, "producer"})
    @Transactional
    @Operation(operationId = "getBatchPhoto", summary = "Download a photo of a batch as it was added, to be saved")
    @APIResponse(
            responseCode = "200",
            description = "The picture as it was added",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response file(@PathParam("batchId") UUID batchId, @PathParam("photoId") UUID photoId) {
        requireMaySee(batchId);
        BatchPhoto photo = BatchPhoto.ofBatch(batchId, photoId).orElseThrow(() -> Problem.notFound("photo", photoId));
        return download(photos.read(photoId), photo.type, FileName.of(photo.caption, photo.type, "photo-" + photoId));
    }

    /** A batch of the caller's own, with the series of its producer. */
    private SeriesKey own(UUID batchId) {
        SeriesKey series = batches.seriesKey(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMember(series.memberId());
        return series;
    }

    private static FileType picture(byte[] bytes) {
        FileType type = type(bytes);
        return switch (type) {
            case JPEG, PNG -> type;
            case PDF -> throw Problem.invalid("body", "not-a-photo", "A photo is a JPEG or a PNG.");
        };
    }

    /** Its producer, the quality desk, and an auditor that has claimed the batch, was assigned to it or has begun to inspect it. */
    private void requireMaySee(UUID batchId) {
        SeriesKey series = batches.seriesKey(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        boolean own = caller.has("producer")
                && caller.memberId().filter(series.memberId()::equals).isPresent();
        boolean inspects = caller.has("auditor")
                && caller.auditorId()
                        .filter(auditor -> inspects(batchId, auditor))
                        .isPresent();
        if (!own && !inspects && !caller.has(DESK)) {
            throw Caller.notYours();
        }
    }

    private boolean inspects(UUID batchId, UUID auditor) {
        return Inspection.isBegun(batchId, auditor)
                || claims.ofBatches(List.of(batchId), clock.now()).stream()
                        .anyMatch(claim -> claim.auditorId().equals(auditor));
    }
}
