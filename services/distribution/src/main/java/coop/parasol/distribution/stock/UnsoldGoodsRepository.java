package coop.parasol.distribution.stock;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Goods that members have in store and that are not sold yet. */
@ApplicationScoped
public class UnsoldGoodsRepository {

    private final Jdbi jdbi;
    private final FirmClock clock;

    UnsoldGoodsRepository(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Units of a batch that are the member's and on hand within date, or reserved.
     *
     * @param suspended whether quality has suspended the batch's certificate
     */
    public record UnsoldGoods(
            UUID batchId,
            UUID memberId,
            String product,
            String grade,
            String unit,
            String lot,
            boolean suspended,
            BigDecimal quantity) {}

    public List<UnsoldGoods> of(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select batch_id, member_id, product, grade, unit, lot, certificate_state = 'SUSPENDED' as suspended,
                               reserved + case when expiry >= :today then on_hand else 0 end as quantity
                          from batch
                         where member_id = any(:memberIds) and owner = 'MEMBER'
                           and certificate_state in ('CERTIFIED', 'SUSPENDED')
                           and (reserved > 0 or on_hand > 0 and expiry >= :today)
                         order by product, lot, batch_id
                        """)
                .bind("today", clock.today())
                .bindArray("memberIds", UUID.class, memberIds)
                .mapTo(UnsoldGoods.class)
                .list());
    }

    /** The firm has bought them: from now on they are its own. */
    public void transferToFirm(Collection<UnsoldGoods> goods) {
        jdbi.useHandle(handle -> handle.createUpdate("update batch set owner = 'FIRM' where batch_id = any(:batchIds)")
                .bindArray(
                        "batchIds",
                        UUID.class,
                        goods.stream().map(UnsoldGoods::batchId).toList())
                .execute());
    }
}
