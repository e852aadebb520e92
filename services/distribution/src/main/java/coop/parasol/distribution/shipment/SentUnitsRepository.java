package coop.parasol.distribution.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which partners have been sent units of batches. */
@ApplicationScoped
public class SentUnitsRepository {

    private final Jdbi jdbi;

    SentUnitsRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Units of a batch that have left for a partner, under way or delivered. */
    public record SentUnits(UUID batchId, UUID partnerId, BigDecimal quantity) {}

    /** By batch and partner, in the order of their ids. */
    public List<SentUnits> of(Collection<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select g.batch_id, s.partner_id, sum(g.quantity) as quantity
              from shipped_goods g join shipment s on s.shipment_id = g.shipment_id
             where g.batch_id = any(:batchIds)
             group by g.batch_id, s.partner_id order by g.batch_id, s.partner_id
            """)
                .bindArray("batchIds", UUID.class, batchIds)
                .mapTo(SentUnits.class)
                .list());
    }
}
