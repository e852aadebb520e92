package coop.parasol.quality.certificate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key pair of the firm. */
@Entity
public class SigningKey extends PanacheEntityBase {

    @Id
    public String kid;

    public byte[] publicKey;
    public byte[] sealed;
    public String madeBy;
    public Instant madeAt;
    public @Nullable Instant retiredAt;

    static Optional<SigningKey> inUse() {
        return find("retiredAt is null").singleResultOptional();
    }

    /** All there ever were, newest first. */
    static List<SigningKey> all() {
        return list("order by madeAt desc, kid");
    }
}
