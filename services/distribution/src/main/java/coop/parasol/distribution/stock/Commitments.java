package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.catalogue.Products;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** What producers have committed, as far as it decides their fair share in what is sold. */
@ApplicationScoped
class Commitments {

    private final Products products;
    private final Sql sql;

    Commitments(Products products, Sql sql) {
        this.products = products;
        this.sql = sql;
    }

    /** Sets a commitment's whole quantity; what an earlier event says after a later one changes nothing. */
    void set(UUID commitmentId, UUID memberId, String product, Period period, BigDecimal quantity, long sequence) {
        products.lockEvenIfNew(product);
        BigDecimal before = sql.find(
                        "SELECT quantity FROM commitment WHERE commitment_id = ?",
                        row -> row.getBigDecimal(1),
                        commitmentId)
                .orElse(BigDecimal.ZERO);
        int changed = sql.update("""
                INSERT INTO commitment (commitment_id, member_id, product, period, quantity, sequence)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (commitment_id) DO UPDATE SET quantity = excluded.quantity, sequence = excluded.sequence
                 WHERE commitment.sequence < excluded.sequence
                """, commitmentId, memberId, product, period.toString(), quantity, sequence);
        BigDecimal difference = quantity.subtract(before);
        if (changed == 1 && difference.signum() != 0) {
            share(product, period, memberId, difference);
        }
    }

    private void share(String product, Period period, UUID memberId, BigDecimal difference) {
        sql.update("""
                INSERT INTO fair_share (product, period, member_id)
                SELECT ?, ?, unnest(?) ON CONFLICT DO NOTHING
                """, product, period.toString(), new UUID[] {memberId, Stock.ALL_PRODUCERS});
        sql.update("""
                UPDATE fair_share SET committed = committed + ?
                 WHERE product = ? AND period = ? AND member_id = ANY (?)
                """, difference, product, period.toString(), new UUID[] {memberId, Stock.ALL_PRODUCERS});
    }
}
