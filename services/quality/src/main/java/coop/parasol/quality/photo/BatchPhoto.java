package coop.parasol.quality.photo;

import coop.parasol.quality.attachment.rules.FileType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a batch, of its producer, as it is stored, without its bytes ({@link BatchPhotoRepository} writes them and reads them
 * alone). The producer's device makes the id, so that sending it twice is once. A trigger keeps it from changing once a sample is drawn.
 */
@Entity
@Immutable
public class BatchPhoto extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID batchId;

    /** the producer of the batch */
    public UUID memberId;

    @Enumerated(EnumType.STRING)
    public FileType type;

    /** what it shows, in the producer's words; empty where it has said nothing, and once it is removed */
    public String caption;

    /** SHA-256 of the bytes, in hexadecimal */
    public String digest;

    /** in bytes */
    public int size;

    public Instant addedAt;

    /** when its bytes were deleted; the row keeps a late repetition from bringing them back */
    public @Nullable Instant removedAt;

    /** Those of a batch that are not removed, in the order in which they were added. */
    static List<BatchPhoto> ofBatch(UUID batchId) {
        return list("batchId = ?1 and removedAt is null order by addedAt, id", batchId);
    }

    /** One of a batch that is not removed. */
    static Optional<BatchPhoto> ofBatch(UUID batchId, UUID photoId) {
        return find("id = ?1 and batchId = ?2 and removedAt is null", photoId, batchId)
                .singleResultOptional();
    }

    /** The same picture of a batch, under whatever id. */
    static Optional<BatchPhoto> same(UUID batchId, String digest) {
        return find("batchId = ?1 and digest = ?2 and removedAt is null", batchId, digest)
                .singleResultOptional();
    }
}
