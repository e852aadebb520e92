package coop.parasol.quality.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Stores the bytes of attachments. */
@ApplicationScoped
public class AttachmentFileRepository {

    private final Jdbi jdbi;

    AttachmentFileRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void store(UUID attachmentId, byte[] bytes) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into attachment_file (attachment_id, bytes) values (:id, :bytes)")
                        .bind("id", attachmentId)
                        .bind("bytes", bytes)
                        .execute());
    }

    public byte[] read(UUID attachmentId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select bytes from attachment_file where attachment_id = :id")
                        .bind("id", attachmentId)
                        .mapTo(byte[].class)
                        .one());
    }

    void delete(UUID attachmentId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from attachment_file where attachment_id = :id")
                .bind("id", attachmentId)
                .execute());
    }
}
