package coop.parasol.quality.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/** The bytes of attachments. */
@ApplicationScoped
class Files {

    private final Session database;

    Files(Session database) {
        this.database = database;
    }

    void store(UUID attachmentId, byte[] bytes) {
        database.createNativeMutationQuery("insert into attachment_file (attachment_id, bytes) values (?1, ?2)")
                .setParameter(1, attachmentId)
                .setParameter(2, bytes)
                .executeUpdate();
    }

    byte[] read(UUID attachmentId) {
        return database.createNativeQuery("select bytes from attachment_file where attachment_id = ?1", byte[].class)
                .setParameter(1, attachmentId)
                .getSingleResult();
    }

    void delete(UUID attachmentId) {
        database.createNativeMutationQuery("delete from attachment_file where attachment_id = ?1")
                .setParameter(1, attachmentId)
                .executeUpdate();
    }
}
