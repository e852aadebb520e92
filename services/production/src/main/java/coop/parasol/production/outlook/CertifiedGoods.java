package coop.parasol.production.outlook;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Certified batches and what has left of them. What is withheld counts as stock only as far as it has left; shipments may
 * be heard of before or after, with the same sums in the end.
 */
@ApplicationScoped
public class CertifiedGoods {

    private final Session database;
    private final Outlook outlook;

    CertifiedGoods(Session database, Outlook outlook) {
        this.database = database;
        this.outlook = outlook;
    }

    public void certified(UUID batchId, String product, BigDecimal quantity) {
        database.createNativeMutationQuery("""
                        insert into certified_batch (batch_id, product, certified) values (?1, ?2, ?3)
                        on conflict (batch_id) do update set certified = excluded.certified
                        """)
                .setParameter(1, batchId)
                .setParameter(2, product)
                .setParameter(3, quantity)
                .executeUpdate();
        outlook.addCertified(product, quantity);
    }

    void dispatched(UUID batchId, String product, BigDecimal quantity) {
        boolean withheld = database.createNativeQuery("""
                        insert into certified_batch (batch_id, product, dispatched) values (?1, ?2, ?3)
                        on conflict (batch_id) do update
                           set dispatched = certified_batch.dispatched + excluded.dispatched
                        returning withheld
                        """, Boolean.class)
                .setParameter(1, batchId)
                .setParameter(2, product)
                .setParameter(3, quantity)
                .getSingleResult();
        if (withheld) {
            outlook.addCertified(product, quantity);
        }
        outlook.addDispatched(product, quantity);
    }

    /** What is left of the batch may not be sold, for now or for good. */
    public void withhold(UUID batchId) {
        change(batchId, true);
    }

    /** What is left of it may be sold again. */
    public void release(UUID batchId) {
        change(batchId, false);
    }

    private void change(UUID batchId, boolean withheld) {
        database.createNativeQuery("""
                        update certified_batch set withheld = ?2 where batch_id = ?1 and withheld <> ?2
                        returning product, certified - dispatched
                        """, Object[].class)
                .setParameter(1, batchId)
                .setParameter(2, withheld)
                .getResultList()
                .forEach(row -> {
                    BigDecimal left = (BigDecimal) row[1];
                    outlook.addCertified((String) row[0], withheld ? left.negate() : left);
                });
    }
}
