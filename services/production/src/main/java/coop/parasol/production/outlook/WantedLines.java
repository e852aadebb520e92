package coop.parasol.production.outlook;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lines of orders, whichever of their events comes first; what is open of them goes into the outlook. */
@ApplicationScoped
class WantedLines {

    private final Session database;
    private final Outlook outlook;

    WantedLines(Session database, Outlook outlook) {
        this.database = database;
        this.outlook = outlook;
    }

    /** A line as it stands; product and period are unknown until the order is heard of. */
    record Line(
            @Nullable String product,
            @Nullable String period,
            BigDecimal ordered,
            BigDecimal dispatched,
            boolean cancelled) {

        BigDecimal open() {
            return cancelled ? BigDecimal.ZERO : ordered.subtract(dispatched).max(BigDecimal.ZERO);
        }
    }

    void ordered(UUID order, int line, String product, String period, BigDecimal quantity) {
        Line before = lock(order, line);
        Line after = new Line(product, period, quantity, before.dispatched(), before.cancelled());
        database.createNativeMutationQuery("update wanted_line set product = ?3, period = ?4, ordered = ?5"
                        + " where order_id = ?1 and line = ?2")
                .setParameter(1, order)
                .setParameter(2, line)
                .setParameter(3, product)
                .setParameter(4, period)
                .setParameter(5, quantity)
                .executeUpdate();
        outlook.addOpenOrders(product, period, after.open());
    }

    void dispatched(UUID order, int line, BigDecimal quantity) {
        Line before = lock(order, line);
        Line after = new Line(
                before.product(),
                before.period(),
                before.ordered(),
                before.dispatched().add(quantity),
                before.cancelled());
        database.createNativeMutationQuery("update wanted_line set dispatched = ?3 where order_id = ?1 and line = ?2")
                .setParameter(1, order)
                .setParameter(2, line)
                .setParameter(3, after.dispatched())
                .executeUpdate();
        changed(before, after);
    }

    /** The order's lines are known by then: both events have the same key. */
    void cancelled(UUID order) {
        List<Integer> lines = database.createNativeQuery(
                        "select line from wanted_line where order_id = ?1 order by line", Integer.class)
                .setParameter(1, order)
                .getResultList();
        for (int line : lines) {
            Line before = lock(order, line);
            changed(before, new Line(before.product(), before.period(), before.ordered(), before.dispatched(), true));
        }
        database.createNativeMutationQuery("update wanted_line set cancelled = true where order_id = ?1")
                .setParameter(1, order)
                .executeUpdate();
    }

    private void changed(Line before, Line after) {
        if (after.product() != null && after.period() != null) {
            outlook.addOpenOrders(after.product(), after.period(), after.open().subtract(before.open()));
        }
    }

    private Line lock(UUID order, int line) {
        database.createNativeMutationQuery(
                        "insert into wanted_line (order_id, line) values (?1, ?2) on conflict do nothing")
                .setParameter(1, order)
                .setParameter(2, line)
                .executeUpdate();
        Object[] row = database.createNativeQuery(
                        "select product, period, ordered, dispatched, cancelled from wanted_line"
                                + " where order_id = ?1 and line = ?2 for update",
                        Object[].class)
                .setParameter(1, order)
                .setParameter(2, line)
                .getSingleResult();
        return new Line((String) row[0], (String) row[1], (BigDecimal) row[2], (BigDecimal) row[3], (Boolean) row[4]);
    }
}
