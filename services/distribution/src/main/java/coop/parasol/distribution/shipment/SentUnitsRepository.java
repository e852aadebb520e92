package coop.parasol.distribution.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which partners have been sent units of a batch. */
@ApplicationScoped
public class SentUnitsRepository {

    private final Jdbi jdbi;

    SentUnitsRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Units of a batch that have left for a partner, under way or delivered. */
    public record SentUnits(UUID partnerId, BigDecimal quantity) {}

    /** By partner, in the order of their ids. */
    public List<SentUnits> of(UUID batchId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.partner_id, sum(g.quantity) as quantity
                          from shipped_goods g join shipment s on s.shipment_id = g.shipment_id
                         where g.batch_id = :batchId
                         group by s.partner_id order by s.partner_id
                        """)
                .bind("batchId", batchId)
                .mapTo(SentUnits.class)
                .list());
    }
}
