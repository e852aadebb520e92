package coop.parasol.quality.attachment;

import coop.parasol.firm.FirmClock;
import coop.parasol.quality.batch.Batch;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** An auditor removes what it has attached, before its inspection is submitted; from then on it is evidence. */
@ApplicationScoped
class RemoveAttachment {

    private final AttachmentFileRepository files;
    private final FirmClock clock;

    RemoveAttachment(AttachmentFileRepository files, FirmClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The outcome of removing an attachment. */
    sealed interface Outcome permits Removed, Refused {}

    /** The bytes are deleted, now or before. */
    record Removed() implements Outcome {}

    /** The attachment stays. */
    record Refused(Refusal reason) implements Outcome {}

    /** @param attachmentId of an attachment of this batch, of the auditor who removes it */
    Outcome remove(UUID batchId, UUID attachmentId) {
        Batch batch = Batch.lock(batchId).orElseThrow();
        Attachment attachment =
                Attachment.<Attachment>findByIdOptional(attachmentId).orElseThrow();
        if (attachment.removedAt != null) {
            return new Removed();
        }
        Optional<Refusal> fixed = Attachment.refuseChange(batch, attachment.inspectionNumber, attachment.auditorId);
        if (fixed.isPresent()) {
            return new Refused(fixed.get());
        }
        attachment.removedAt = clock.now();
        attachment.persistAndFlush();
        files.delete(attachmentId);
        return new Removed();
    }
}
