package coop.parasol.membership.exit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A batch that quality has recalled, as membership knows it. */
@Entity
public class RecalledBatch extends PanacheEntityBase {

    @Id
    public UUID batchId;

    public UUID memberId;
    public String product;
    public String lot;
    public String reason;
    public Instant recalledAt;
}
