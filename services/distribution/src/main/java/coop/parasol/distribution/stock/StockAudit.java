package coop.parasol.distribution.stock;

import coop.parasol.distribution.CombinedStatement.Part;
import java.time.LocalDate;

/** All batches and reservations, for the audit that adds everything up again. */
public final class StockAudit {

    private StockAudit() {}

    /** All batches. Columns: those of the table, and {@code available}: on hand, certified and within date. */
    public static Part batches(String name, LocalDate today) {
        return new Part(
                name,
                "select batch_id, product, grade, unit, certified, on_hand, reserved, dispatched, delivered, returned,"
                        + " destroyed, set_aside, taken_back, consumed, " + AvailableUnits.condition("auditDay")
                        + " as available from batch",
                statement -> statement.bind("auditDay", today));
    }

    /** What each batch is. Columns: batch_id, certificate_number, product, lot, unit. */
    public static Part lots(String name) {
        return new Part(name, "select batch_id, certificate_number, product, lot, unit from batch", statement -> {});
    }

    /** All reservations. Columns: order_id, line, batch_id, quantity. */
    public static Part reservations(String name) {
        return new Part(name, "select order_id, line, batch_id, quantity from reservation", statement -> {});
    }
}
