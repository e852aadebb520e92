package coop.parasol.membership.exit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a recall has taken of a holdback. */
@Entity
public class RecallCharge extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID exitId;
    public UUID batchId;
    public long amount;

    /** What for; absent once it was erased. */
    public @Nullable String narrative;

    public Instant chargedAt;
    public String chargedBy;
}
