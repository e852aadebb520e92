package coop.parasol.quality.photo;

import coop.parasol.quality.attachment.rules.FileType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores photos of batches with their bytes. */
@ApplicationScoped
class BatchPhotoRepository {

    private final Jdbi jdbi;

    BatchPhotoRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A photo to be stored. */
    record NewPhoto(
            UUID id, UUID batchId, UUID memberId, FileType type, String caption, String digest, Instant addedAt) {}

    void store(NewPhoto photo, byte[] bytes) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into batch_photo (id, batch_id, member_id, type, caption, digest, size, bytes, added_at)
                        values (:id, :batch, :member, :type, :caption, :digest, :size, :bytes, :addedAt)
                        """)
                .bind("id", photo.id())
                .bind("batch", photo.batchId())
                .bind("member", photo.memberId())
                .bind("type", photo.type())
                .bind("caption", photo.caption())
                .bind("digest", photo.digest())
                .bind("size", bytes.length)
                .bind("bytes", bytes)
                .bind("addedAt", photo.addedAt())
                .execute());
    }

    byte[] read(UUID photoId) {
        return jdbi.withHandle(handle -> handle.createQuery("select bytes from batch_photo where id = :id")
                .bind("id", photoId)
                .mapTo(byte[].class)
                .one());
    }

    /** Its bytes and words are gone. */
    void remove(UUID photoId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update batch_photo set removed_at = :now, caption = '', bytes = null where id = :id")
                .bind("id", photoId)
                .bind("now", now)
                .execute());
    }

    /** Bytes and words of all photos of a producer are gone, whether their samples are drawn or not. */
    void erase(UUID memberId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update batch_photo set removed_at = :now, erased = true, caption = '', bytes = null
                         where member_id = :member and removed_at is null
                        """)
                .bind("member", memberId)
                .bind("now", now)
                .execute());
    }
}
