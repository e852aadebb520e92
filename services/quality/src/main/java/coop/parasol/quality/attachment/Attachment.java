package coop.parasol.quality.attachment;

import coop.parasol.quality.attachment.rules.FileType;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.inspection.Inspection;
import coop.parasol.web.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or document of one auditor's inspection. The auditor's device makes the id, so that sending it twice is once. Its
 * bytes are kept apart, so that lists do not read them. A trigger keeps it from changing once the inspection is submitted.
 */
@Entity
public class Attachment extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID batchId;

    /** of the batch: 1 for its original inspection, 2 for its re-inspection */
    public int inspectionNumber;

    public UUID auditorId;

    @Enumerated(EnumType.STRING)
    public FileType type;

    public String name;
    public String caption;

    /** SHA-256 of the bytes, in hexadecimal */
    public String digest;

    /** in bytes */
    public int size;

    public Instant attachedAt;

    /** when its bytes were deleted; the row keeps a late repetition from bringing them back */
    public @Nullable Instant removedAt;

    /** The attachments of a batch that are not removed, some dozens at most. */
    public static List<Attachment> ofBatch(UUID batchId) {
        return list("batchId = ?1 and removedAt is null order by attachedAt, id", batchId);
    }

    /** Whether an auditor has ever attached anything to its inspections of a batch. */
    static boolean isAny(UUID batchId, UUID auditorId) {
        return count("batchId = ?1 and auditorId = ?2", batchId, auditorId) > 0;
    }

    /** Why the attachments of an auditor's inspection do not change any more, if so. */
    static Optional<Refusal> refuseChange(Batch batch, int inspectionNumber, UUID auditorId) {
        if (!batch.state.awaitsInspection() || batch.inspectionNumber != inspectionNumber) {
            return Optional.of(new Refusal.Conflict(
                    "not-awaiting-inspection", "The batch is " + batch.state + " and awaits no inspection."));
        }
        return Inspection.isSubmitted(batch.id, inspectionNumber, auditorId)
                ? Optional.of(new Refusal.Conflict(
                        "already-submitted", "Your inspection is submitted; what is attached to it is evidence."))
                : Optional.empty();
    }
}
