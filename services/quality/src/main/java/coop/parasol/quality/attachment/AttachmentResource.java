package coop.parasol.quality.attachment;

import coop.parasol.quality.attachment.rules.FileName;
import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.inspection.Inspection;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of attachments. They are stored and given back as they came, never opened or run (ADR 0026). */
@Path("/batches/{batchId}/attachments")
@Tag(name = "Inspections")
public class AttachmentResource extends FileResource {

    private static final String DESK = "quality-desk";

    private final AttachFile attachFile;
    private final RemoveAttachment removeAttachment;
    private final AttachmentFileRepository files;
    private final BatchRepository batches;
    private final Caller caller;

    AttachmentResource(
            AttachFile attachFile,
            RemoveAttachment removeAttachment,
            AttachmentFileRepository files,
            BatchRepository batches,
            Caller caller) {
        this.attachFile = attachFile;
        this.removeAttachment = removeAttachment;
        this.files = files;
        this.batches = batches;
        this.caller = caller;
    }

    /**
     * A photo or document of an inspection, without its bytes.
     *
     * @param inspectionNumber 1 for the original inspection, 2 for the re-inspection
     * @param name under which it is saved
     * @param mediaType what kind of file it is, by its bytes
     * @param size in bytes
     * @param digest SHA-256 of the file, in hexadecimal
     */
    public record View(
            UUID attachmentId,
            UUID batchId,
            int inspectionNumber,
            UUID auditorId,
            String name,
            String caption,
            String mediaType,
            int size,
            String digest,
            Instant attachedAt) {

        static View of(Attachment attachment) {
            return new View(
                    attachment.id,
                    attachment.batchId,
                    attachment.inspectionNumber,
                    attachment.auditorId,
                    attachment.name,
                    attachment.caption,
                    attachment.type.mediaType(),
                    attachment.size,
                    attachment.digest,
                    attachment.attachedAt);
        }
    }

    @PUT
    @Path("/{attachmentId}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            operationId = "attachFile",
            summary =
                    "Attach a photo or document to the caller's inspection, before it is submitted: a JPEG, PNG or PDF"
                            + " of up to 5 MB, under an id that the auditor's device has made; the same again is one"
                            + " attachment")
    public Response attach(
            @PathParam("batchId") UUID batchId,
            @PathParam("attachmentId") UUID attachmentId,
            @QueryParam("name") @DefaultValue("") @Size(max = 300) String name,
            @QueryParam("caption") @DefaultValue("") @Size(max = 300) String caption,
            byte @Nullable [] body) {
        UUID auditor = caller.auditor();
        SeriesKey key = batches.seriesKey(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        byte[] bytes = bytes(body);
        FileType type = type(bytes);
        AttachFile.Request request = new AttachFile.Request(
                attachmentId,
                batchId,
                key.memberId(),
                auditor,
                caller.memberId().orElse(null),
                type,
                FileName.of(name, type, attachmentId.toString()),
                caption.strip());
        return switch (attachFile.attach(request, bytes)) {
            case AttachFile.Attached(Attachment attachment, boolean isNew) ->
                (isNew
                                ? Response.created(URI.create("/batches/" + batchId + "/attachments/" + attachmentId))
                                : Response.ok())
                        .entity(View.of(attachment))
                        .build();
            case AttachFile.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @DELETE
    @Path("/{attachmentId}")
    @RolesAllowed("auditor")
    @Transactional
    @Operation(summary = "Remove an attachment of the caller's inspection, before the inspection is submitted")
    public Response remove(@PathParam("batchId") UUID batchId, @PathParam("attachmentId") UUID attachmentId) {
        UUID auditor = caller.auditor();
        UUID owner = Attachment.find(
                        "select auditorId from Attachment where id = ?1 and batchId = ?2", attachmentId, batchId)
                .project(UUID.class)
                .singleResultOptional()
                .orElseThrow(() -> Problem.notFound("attachment", attachmentId));
        if (!owner.equals(auditor)) {
            throw Caller.notYours();
        }
        return switch (removeAttachment.remove(batchId, attachmentId)) {
            case RemoveAttachment.Removed() -> Response.noContent().build();
            case RemoveAttachment.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"auditor", DESK, "producer"})
    @Transactional
    @Operation(
            summary =
                    "List the attachments of a batch's inspections. An auditor of the batch sees those of others once the"
                            + " batch is decided, a producer those of its own decided batches")
    public Page<View> list(@PathParam("batchId") UUID batchId) {
        Batch batch = visible(batchId);
        return new Page<>(
                Attachment.ofBatch(batchId).stream()
                        .filter(attachment -> maySee(attachment, batch))
                        .map(View::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{attachmentId}")
    @Produces({"image/jpeg", "image/png", "application/pdf"})
    @RolesAllowed({"auditor", DESK, "producer"})
    @Transactional
    @Operation(
            operationId = "getAttachment",
            summary = "Download the file of an attachment, to be saved: a browser neither shows nor runs it")
    @APIResponse(
            responseCode = "200",
            description = "The file as it was attached",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response file(@PathParam("batchId") UUID batchId, @PathParam("attachmentId") UUID attachmentId) {
        Batch batch = visible(batchId);
        Attachment attachment = Attachment.<Attachment>findByIdOptional(attachmentId)
                .filter(found -> found.batchId.equals(batchId) && found.removedAt == null && maySee(found, batch))
                .orElseThrow(() -> Problem.notFound("attachment", attachmentId));
        return download(files.read(attachmentId), attachment.type, attachment.name);
    }

    /** The quality desk, the producer and auditors who have begun to inspect the batch see what is attached. */
    private Batch visible(UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, "auditor", DESK);
        boolean own = caller.has("producer")
                && caller.memberId().filter(batch.memberId::equals).isPresent();
        if (!own && !caller.has(DESK)) {
            UUID auditor = caller.auditor();
            if (!Inspection.isBegun(batchId, auditor) && !Attachment.isAny(batchId, auditor)) {
                throw Caller.notYours();
            }
        }
        return batch;
    }

    /** Two auditors inspect independently: neither sees what the other has attached before the batch is decided. */
    private boolean maySee(Attachment attachment, Batch batch) {
        boolean own = caller.has("auditor") && caller.auditor().equals(attachment.auditorId);
        return own || batch.isDecided(attachment.inspectionNumber) || caller.has(DESK);
    }
}
