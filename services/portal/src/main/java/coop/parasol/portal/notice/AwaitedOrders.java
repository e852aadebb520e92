package coop.parasol.portal.notice;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.Period;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Orders that are accepted and not allocated in full; those of weeks that have begun are late. */
@ApplicationScoped
class AwaitedOrders {

    private final Jdbi jdbi;

    AwaitedOrders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An order that waits for goods though its week has begun. */
    record LateOrder(UUID orderId, UUID partnerId, @Nullable String reference, Period week) {}

    void accepted(List<OrderAccepted> orders) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into awaited_order (order_id, partner_id, reference, week)
                        select order_id, partner_id, reference, week
                          from unnest(:orders, :partners, :references, :weeks)
                               as accepted (order_id, partner_id, reference, week)
                         order by order_id on conflict do nothing
                        """)
                .bindArray("orders", UUID.class, Columns.of(orders, OrderAccepted::orderId))
                .bindArray("partners", UUID.class, Columns.of(orders, OrderAccepted::partnerId))
                .bindArray("references", String.class, Columns.of(orders, OrderAccepted::reference))
                .bindArray(
                        "weeks",
                        String.class,
                        Columns.of(orders, order -> order.period().toString()))
                .execute());
    }

    /**
     * Orders for which nothing is awaited any more.
     *
     * @return those of them whose partners were told that they are late
     */
    List<UUID> noLongerAwaited(List<UUID> orders) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with gone as (delete from awaited_order where order_id = any(:orders) returning order_id, told)
                        select order_id from gone where told
                        """)
                .bindArray("orders", UUID.class, orders)
                .mapTo(UUID.class)
                .list());
    }

    /** Takes late orders whose partners were not told yet; no other instance takes them too. */
    List<LateOrder> takeLate(Period thisWeek, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update awaited_order set told = true
                         where order_id in (select order_id from awaited_order where week <= :week and not told
                                             order by week, order_id limit :maxRows for update skip locked)
                        returning order_id, partner_id, reference, week
                        """)
                .bind("week", thisWeek.toString())
                .bind("maxRows", maxRows)
                .mapTo(LateOrder.class)
                .list());
    }
}
