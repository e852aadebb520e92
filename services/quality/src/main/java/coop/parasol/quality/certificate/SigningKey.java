package coop.parasol.quality.certificate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Ed25519 key pair with which the firm signs certificates. A retired one signs nothing that is issued
 * later, and stays published. */
@Entity
public class SigningKey extends PanacheEntityBase {

    /** the thumbprint of the public key (RFC 7638) */
    @Id
    public String kid;

    /** 32 bytes (RFC 8032) */
    public byte[] publicKey;

    public byte[] encryptedPrivateKey;
    public String createdBy;
    public Instant createdAt;
    public @Nullable Instant retiredAt;

    /** The one that is not retired. */
    static Optional<SigningKey> current() {
        return find("retiredAt is null").singleResultOptional();
    }

    /** All keys that ever signed, the newest first. */
    static List<SigningKey> all() {
        return list("order by createdAt desc, kid");
    }
}
