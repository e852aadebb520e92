package coop.parasol.production.batch;

import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What producers have delivered of what they had committed: certified batches that were reported in time. */
@ApplicationScoped
public class DeliveredQuantities {

    private final Jdbi jdbi;

    DeliveredQuantities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record OfCommitment(UUID commitmentId, BigDecimal quantity) {}

    /** A commitment, and the moment before which its batches have to be reported. */
    public record Due(UUID commitmentId, Instant before) {}

    /** What was delivered of each commitment, in the unit of its product; of what nothing was delivered is left out. */
    public Map<UUID, BigDecimal> of(List<Due> commitments) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
            select b.commitment_id, sum(b.quantity) as quantity
              from unnest(:commitments, :moments) as due (commitment_id, before)
              join batch b on b.commitment_id = due.commitment_id
             where b.grade is not null and b.reported_at < due.before
             group by b.commitment_id
            """)
                .bindArray("commitments", UUID.class, Columns.of(commitments, Due::commitmentId))
                .bindArray("moments", Instant.class, Columns.of(commitments, Due::before))
                .mapTo(OfCommitment.class)
                .stream()
                .collect(Collectors.toMap(OfCommitment::commitmentId, OfCommitment::quantity)));
    }
}
