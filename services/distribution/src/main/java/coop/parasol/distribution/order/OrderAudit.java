package coop.parasol.distribution.order;

import coop.parasol.distribution.CombinedStatement.Part;

/** All orders and their lines, for the audit that adds everything up again. */
public final class OrderAudit {

    private OrderAudit() {}

    /** Seconds after which a line that nobody has looked for goods for is a fault; it takes milliseconds. */
    private static final int MAX_PENDING_SECONDS = 10;

    /**
     * All lines. Columns: order_id, line, product, grade, unit, awaiting_dispatch (allocated, not dispatched), back_ordered,
     * allocation_pending, allocation_late (it is pending for too long).
     */
    public static Part lines(String name) {
        return new Part(
                name,
                "select order_id, line, product, grade, unit, allocated - dispatched as awaiting_dispatch, back_ordered,"
                        + " allocation_pending, allocation_pending and pending_since < now() - interval '"
                        + MAX_PENDING_SECONDS + " seconds' as allocation_late from order_line",
                statement -> {});
    }

    /** What each partner's orders and unpaid invoices come to. Columns: partner_id, owed in minor units. */
    public static Part debts(String name) {
        return new Part(
                name,
                "select partner_id, sum(open_amount + invoiced - paid) as owed from sales_order group by partner_id",
                statement -> {});
    }
}
