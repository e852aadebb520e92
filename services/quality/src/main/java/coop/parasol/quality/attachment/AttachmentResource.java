package coop.parasol.quality.attachment;

import coop.parasol.quality.attachment.rules.FileCheck;
import coop.parasol.quality.attachment.rules.FileName;
import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.batch.Batches;
import coop.parasol.quality.inspection.Inspection;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Attachments at the border. They are kept and given back as they came, never opened, and never run in the firm's name. */
@Path("/batches/{batchId}/attachments")
@Tag(name = "Inspections")
public class AttachmentResource {

    private static final String DESK = "quality-desk";
    private static final int TOO_LARGE = 413;

    private final AttachFile attachFile;
    private final Files files;
    private final Batches batches;
    private final Caller caller;

    AttachmentResource(AttachFile attachFile, Files files, Batches batches, Caller caller) {
        this.attachFile = attachFile;
        this.files = files;
        this.batches = batches;
        this.caller = caller;
    }

    /**
     * An attachment.
     *
     * @param attempt 1 for the original inspection, 2 for the re-inspection
     * @param name under which it is saved
     * @param mediaType what it is, by what it holds
     * @param size in bytes
     * @param digest SHA-256 of the file, in hexadecimal
     */
    public record View(
            UUID attachmentId,
            UUID batchId,
            int attempt,
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
                    attachment.attempt,
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
            summary =
                    "Attach a photo or document to the caller's inspection, before it is submitted: a JPEG, PNG or PDF of up"
                            + " to 5 MB, under an id that the auditor's device has made; the same again is one attachment")
    public Response attach(
            @PathParam("batchId") UUID batchId,
            @PathParam("attachmentId") UUID attachmentId,
            @QueryParam("name") @DefaultValue("") @Size(max = 300) String name,
            @QueryParam("caption") @DefaultValue("") @Size(max = 300) String caption,
            byte @Nullable [] body) {
        UUID auditor = caller.auditor();
        Batches.Whose whose = batches.whose(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        byte[] bytes = body == null ? new byte[0] : body;
        FileType type = check(bytes);
        AttachFile.Wanted wanted = new AttachFile.Wanted(
                attachmentId,
                batchId,
                auditor,
                type,
                FileName.of(name, type, attachmentId.toString()),
                caption.strip());
        return switch (attachFile.attach(wanted, bytes, whose.memberId())) {
            case AttachFile.Kept(Attachment attachment, boolean isNew) ->
                (isNew
                                ? Response.created(URI.create("/batches/" + batchId + "/attachments/" + attachmentId))
                                : Response.ok())
                        .entity(View.of(attachment))
                        .build();
            case AttachFile.Removed() -> throw new IllegalStateException("nothing was to be removed");
            case AttachFile.Refused(String code, String reason) -> throw Problem.refused(code, reason);
        };
    }

    @DELETE
    @Path("/{attachmentId}")
    @RolesAllowed("auditor")
    @Transactional
    @Operation(summary = "Remove what the caller has attached, before its inspection is submitted")
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
        return switch (attachFile.remove(batchId, attachmentId)) {
            case AttachFile.Removed() -> Response.noContent().build();
            case AttachFile.Kept kept -> throw new IllegalStateException("nothing was to be kept");
            case AttachFile.Refused(String code, String reason) -> throw Problem.refused(code, reason);
        };
    }

    @GET
    @RolesAllowed({"auditor", DESK, "producer"})
    @Transactional
    @Operation(
            summary =
                    "What is attached to a batch's inspections. An auditor of the batch sees another's once the batch is"
                            + " decided, a producer those of its own decided batches")
    public Page<View> list(@PathParam("batchId") UUID batchId) {
        Batch batch = visible(batchId);
        return new Page<>(
                Attachment.of(batchId).stream()
                        .filter(attachment -> maySee(attachment, batch))
                        .map(View::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{attachmentId}")
    @RolesAllowed({"auditor", DESK, "producer"})
    @Transactional
    @Operation(summary = "The file, to be saved: a browser neither shows nor runs it in the firm's name")
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
        return Response.ok(files.read(attachmentId), attachment.type.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.contentDisposition(attachment.name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static FileType check(byte[] bytes) {
        if (bytes.length > AttachFile.MOST_BYTES) {
            throw Problem.of(TOO_LARGE, "too-large", "An attachment has at most " + AttachFile.MOST_BYTES + " bytes.");
        }
        return switch (FileCheck.of(bytes)) {
            case FileCheck.Fit(FileType type) -> type;
            case FileCheck.Unfit(String code, String detail) -> throw Problem.invalid("body", code, detail);
        };
    }

    /** To the desk, to the producer, and to auditors who have something to do with the batch. */
    private Batch visible(UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, "auditor", DESK);
        boolean own = caller.has("producer")
                && caller.memberId().filter(batch.memberId::equals).isPresent();
        if (!own && !caller.has(DESK)) {
            UUID auditor = caller.auditor();
            if (!Inspection.isAny(batchId, auditor) && !Attachment.isAny(batchId, auditor)) {
                throw Caller.notYours();
            }
        }
        return batch;
    }

    /** Two auditors judge independently: neither sees what the other has attached before both are done. */
    private boolean maySee(Attachment attachment, Batch batch) {
        boolean own = caller.has("auditor") && caller.auditor().equals(attachment.auditorId);
        return own || batch.isDecided(attachment.attempt) || caller.has(DESK);
    }
}
