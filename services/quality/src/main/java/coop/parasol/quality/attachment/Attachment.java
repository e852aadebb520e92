package coop.parasol.quality.attachment;

import coop.parasol.quality.attachment.rules.FileType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
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

    /** of the batch, as the inspection's */
    public int attempt;

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

    /** its bytes are gone; the row keeps a late repetition from bringing it back */
    public @Nullable Instant removedAt;

    /** All that are there of a batch, a few dozens at most. */
    static List<Attachment> of(UUID batchId) {
        return list("batchId = ?1 and removedAt is null order by attachedAt, id", batchId);
    }

    static boolean isAny(UUID batchId, UUID auditorId) {
        return count("batchId = ?1 and auditorId = ?2", batchId, auditorId) > 0;
    }
}
