package coop.parasol.distribution.stock;

import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.stock.rules.Conservation;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Adds everything up again and compares it with the numbers kept while running. One statement, so that it sees one
 * moment; it reads every batch and order line, because it is an audit.
 */
@ApplicationScoped
public class CheckConservation {

    private static final String ADD_UP = """
            SELECT total.*,
                   (SELECT count(*) FROM batch WHERE certified
                        <> on_hand + reserved + dispatched + delivered + returned + destroyed) AS batches_broken,
                   (SELECT count(*) FROM batch b
                      FULL JOIN (SELECT batch_id, sum(quantity) AS quantity FROM reservation GROUP BY batch_id) r
                        ON r.batch_id = b.batch_id
                     WHERE coalesce(b.reserved, 0) <> coalesce(r.quantity, 0)) AS reservations_broken,
                   (SELECT count(*) FROM batch b
                      FULL JOIN (SELECT batch_id, sum(quantity) AS quantity FROM shipped_goods GROUP BY batch_id) s
                        ON s.batch_id = b.batch_id
                     WHERE coalesce(b.dispatched + b.delivered, 0) <> coalesce(s.quantity, 0)) AS shipments_broken,
                   (SELECT count(*) FROM order_line l
                      FULL JOIN (SELECT order_id, line, sum(quantity) AS quantity FROM reservation
                                  GROUP BY order_id, line) r ON (r.order_id, r.line) = (l.order_id, l.line)
                     WHERE coalesce(l.allocated - l.dispatched, 0) <> coalesce(r.quantity, 0)) AS lines_broken,
                   (SELECT count(*) FROM partner p
                      LEFT JOIN (SELECT partner_id, sum(open_amount + invoiced - paid) AS owed FROM sales_order
                                  GROUP BY partner_id) o ON o.partner_id = p.partner_id
                     WHERE p.exposure <> coalesce(o.owed, 0)) AS credit_broken,
                   (SELECT count(*) FROM (SELECT DISTINCT product, grade, unit FROM batch
                                           WHERE on_hand > 0 AND standing = 'CERTIFIED' AND expiry >= ?) b
                     WHERE EXISTS (SELECT 1 FROM order_line l WHERE l.back_ordered > 0
                                      AND (l.product, l.grade, l.unit) = (b.product, b.grade, b.unit))) AS stock_idle
              FROM (SELECT count(*) AS batches, coalesce(sum(certified), 0) AS certified,
                           coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(reserved), 0) AS reserved,
                           coalesce(sum(dispatched), 0) AS dispatched, coalesce(sum(delivered), 0) AS delivered,
                           coalesce(sum(returned), 0) AS returned, coalesce(sum(destroyed), 0) AS destroyed
                      FROM batch) total
            """;

    private final Sql sql;
    private final Firm firm;

    CheckConservation(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    /**
     * What the check has found.
     *
     * @param conserved whether everything adds up: all the numbers of broken things are zero
     * @param units of all batches, whatever they are counted in
     * @param batchesBroken batches of which units are missing or too many
     * @param reservationsBroken batches whose reserved units are not those of the orders
     * @param shipmentsBroken batches whose dispatched and delivered units are not those of the shipments
     * @param linesBroken order lines whose allocated units are not those reserved for them
     * @param creditBroken partners whose running debt is not that of their orders and invoices
     * @param stockIdle product grades that are on hand while an order waits for them
     */
    public record Report(
            boolean conserved,
            long batches,
            Conservation units,
            long batchesBroken,
            long reservationsBroken,
            long shipmentsBroken,
            long linesBroken,
            long creditBroken,
            long stockIdle) {}

    public Report run() {
        return sql.one(ADD_UP, CheckConservation::read, firm.today());
    }

    private static Report read(ResultSet row) throws SQLException {
        Conservation units = conservation(row);
        long broken = 0;
        for (String column : new String[] {
            "batches_broken", "reservations_broken", "shipments_broken", "lines_broken", "credit_broken", "stock_idle"
        }) {
            broken += row.getLong(column);
        }
        return new Report(
                broken == 0 && units.holds(),
                row.getLong("batches"),
                units,
                row.getLong("batches_broken"),
                row.getLong("reservations_broken"),
                row.getLong("shipments_broken"),
                row.getLong("lines_broken"),
                row.getLong("credit_broken"),
                row.getLong("stock_idle"));
    }

    static Conservation conservation(ResultSet row) throws SQLException {
        return new Conservation(
                plain(row, "certified"),
                plain(row, "on_hand"),
                plain(row, "reserved"),
                plain(row, "dispatched"),
                plain(row, "delivered"),
                plain(row, "returned"),
                plain(row, "destroyed"));
    }

    private static BigDecimal plain(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).stripTrailingZeros();
    }
}
