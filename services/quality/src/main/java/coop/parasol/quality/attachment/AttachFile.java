package coop.parasol.quality.attachment;

import coop.parasol.contracts.Sha256;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An auditor attaches a photo or document to its inspection of a batch, before it is submitted (ADR 0026). */
@ApplicationScoped
class AttachFile {

    private static final int MAX_FILES = 20;

    /** Including those that were removed: their rows stay. */
    private static final int MAX_FILES_EVER = 5 * MAX_FILES;

    private final AttachmentFileRepository files;
    private final FirmClock clock;

    AttachFile(AttachmentFileRepository files, FirmClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * What is attached.
     *
     * @param id made by the auditor's device
     * @param memberId the producer of the batch
     * @param ownFirm the member firm that the auditor speaks for besides, if any
     */
    record Request(
            UUID id,
            UUID batchId,
            UUID memberId,
            UUID auditorId,
            @Nullable UUID ownFirm,
            FileType type,
            String name,
            String caption) {}

    /** The outcome of attaching a file. */
    sealed interface Outcome permits Attached, Refused {}

    /** @param isNew false if exactly this was attached before */
    record Attached(Attachment attachment, boolean isNew) implements Outcome {}

    /** It was refused, and nothing is stored. */
    record Refused(Refusal reason) implements Outcome {}

    Outcome attach(Request request, byte[] bytes) {
        Optional<Auditor> auditor = Auditor.findByIdOptional(request.auditorId());
        if (auditor.isEmpty()) {
            return refused("auditor-not-registered", "The quality desk has not registered you as an auditor.");
        }
        if (auditor.get().interests.contains(request.memberId())
                || request.memberId().equals(request.ownFirm())) {
            return refused("conflict-of-interest", "You have an interest in the producer of this batch.");
        }
        Batch batch = Batch.lock(request.batchId()).orElseThrow();
        String digest = Sha256.hex(bytes);
        Optional<Attachment> known = Attachment.findByIdOptional(request.id());
        if (known.isPresent()) {
            return repeated(known.get(), request, digest);
        }
        Optional<Refusal> fixed = Attachment.refuseChange(batch, batch.inspectionNumber, request.auditorId());
        if (fixed.isPresent()) {
            return new Refused(fixed.get());
        }
        return isFull(batch, request.auditorId())
                ? refused("too-many-attachments", "An inspection has at most " + MAX_FILES + " attachments.")
                : new Attached(store(batch, request, bytes, digest), true);
    }

    private static Outcome repeated(Attachment earlier, Request request, String digest) {
        if (!earlier.batchId.equals(request.batchId())
                || !earlier.auditorId.equals(request.auditorId())
                || !earlier.digest.equals(digest)
                || !earlier.name.equals(request.name())
                || !earlier.caption.equals(request.caption())) {
            return refused("id-taken", "This id is that of another attachment; make a new one.");
        }
        return earlier.removedAt == null
                ? new Attached(earlier, false)
                : refused(
                        "attachment-removed",
                        "You have removed this attachment; make a new id to attach the file again.");
    }

    private static boolean isFull(Batch batch, UUID auditorId) {
        String ofInspection = "batchId = ?1 and inspectionNumber = ?2 and auditorId = ?3";
        return Attachment.count(ofInspection + " and removedAt is null", batch.id, batch.inspectionNumber, auditorId)
                        >= MAX_FILES
                || Attachment.count(ofInspection, batch.id, batch.inspectionNumber, auditorId) >= MAX_FILES_EVER;
    }

    private Attachment store(Batch batch, Request request, byte[] bytes, String digest) {
        Attachment attachment = new Attachment();
        attachment.id = request.id();
        attachment.batchId = batch.id;
        attachment.inspectionNumber = batch.inspectionNumber;
        attachment.auditorId = request.auditorId();
        attachment.type = request.type();
        attachment.name = request.name();
        attachment.caption = request.caption();
        attachment.digest = digest;
        attachment.size = bytes.length;
        attachment.attachedAt = clock.now();
        attachment.persistAndFlush();
        files.store(request.id(), bytes);
        return attachment;
    }

    private static Refused refused(String code, String detail) {
        return new Refused(new Refusal.Conflict(code, detail));
    }
}
