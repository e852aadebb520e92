package coop.parasol.distribution.order;

import coop.parasol.distribution.CombinedStatement.Part;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Partners' own order numbers: each names one order of the partner for ever, however it is spelt, so that an order that is sent
 * again is never placed twice, also after its idempotency key is forgotten. A refused order leaves its number free.
 */
final class OrderReferences {

    private OrderReferences() {}

    /** A partner's order number in its normal form. */
    record Key(UUID partnerId, String reference) {
        static Key of(PlaceOrder.Request request) {
            return new Key(request.partnerId(), request.reference().normal());
        }
    }

    /** The orders that have numbers, as a part of a larger statement. Columns: partner_id, reference, order_id. */
    static Part find(String name, List<Key> keys) {
        return new Part(
                name,
                "select r.partner_id, r.reference, r.order_id from order_reference r"
                        + " join unnest(:referrers, :ordersReferences) as k (partner_id, reference)"
                        + " using (partner_id, reference)",
                statement -> bind(statement, keys));
    }

    /** Gives numbers to new orders, as a part of a larger statement. Returns those that were free. Columns: order_id. */
    static Part claim(String name, List<Key> keys, List<UUID> orderIds) {
        return new Part(name, """
                insert into order_reference (partner_id, reference, order_id)
                select partner_id, reference, order_id
                  from unnest(:referrers, :ordersReferences, :claimingOrders) as k (partner_id, reference, order_id)
                 order by partner_id, reference
                on conflict (partner_id, reference) do nothing
                returning order_id
                """, statement -> {
            bind(statement, keys);
            statement.bindArray("claimingOrders", UUID.class, orderIds);
        });
    }

    private static void bind(SqlStatement<?> statement, List<Key> keys) {
        statement
                .bindArray(
                        "referrers",
                        UUID.class,
                        keys.stream().map(Key::partnerId).toList())
                .bindArray(
                        "ordersReferences",
                        String.class,
                        keys.stream().map(Key::reference).toList());
    }
}
