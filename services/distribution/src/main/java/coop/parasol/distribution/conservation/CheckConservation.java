package coop.parasol.distribution.conservation;

import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.conservation.rules.Conservation;
import coop.parasol.distribution.order.OrderAudit;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.distribution.shipment.ShipmentAudit;
import coop.parasol.distribution.stock.StockAudit;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Adds everything up again and compares it with the numbers kept while running. One statement, so that it sees one
 * moment; it reads every batch and order line, because it is an audit.
 */
@ApplicationScoped
public class CheckConservation {

    private static final String ADD_UP = """
            select total.*,
                   (select count(*) from all_batches where certified
                        <> on_hand + reserved + dispatched + delivered + returned + destroyed + set_aside + taken_back
                           + consumed) as batches_broken,
                   (select count(*) from all_batches b
                      full join (select batch_id, sum(quantity) as quantity from all_reservations group by batch_id) r
                        on r.batch_id = b.batch_id
                     where coalesce(b.reserved, 0) <> coalesce(r.quantity, 0)) as reservations_broken,
                   (select count(*) from all_batches b
                      full join shipped_batches s on s.batch_id = b.batch_id
                     where coalesce(b.dispatched + b.delivered, 0) <> coalesce(s.quantity, 0)) as shipments_broken,
                   (select count(*) from all_lines l
                      full join (select order_id, line, sum(quantity) as quantity from all_reservations
                                  group by order_id, line) r on (r.order_id, r.line) = (l.order_id, l.line)
                     where coalesce(l.awaiting_dispatch, 0) <> coalesce(r.quantity, 0)) as lines_broken,
                   (select count(*) from exposures e left join debts d on d.partner_id = e.partner_id
                     where e.exposure <> coalesce(d.owed, 0)) as credit_broken,
                   (select count(*) from (select distinct product, grade, unit from all_batches where available) b
                     where exists (select 1 from all_lines l where l.back_ordered > 0
                                      and (l.product, l.grade, l.unit) = (b.product, b.grade, b.unit))
                       and not exists (select 1 from all_lines l where l.allocation_pending
                                          and (l.product, l.grade, l.unit) = (b.product, b.grade, b.unit))) as stock_idle,
                   (select count(*) from all_lines where allocation_late) as allocations_late
              from (select count(*) as batches, coalesce(sum(certified), 0) as certified,
                           coalesce(sum(on_hand), 0) as on_hand, coalesce(sum(reserved), 0) as reserved,
                           coalesce(sum(dispatched), 0) as dispatched, coalesce(sum(delivered), 0) as delivered,
                           coalesce(sum(returned), 0) as returned, coalesce(sum(destroyed), 0) as destroyed,
                           coalesce(sum(set_aside), 0) as set_aside, coalesce(sum(taken_back), 0) as taken_back,
                           coalesce(sum(consumed), 0) as consumed
                      from all_batches) total
            """;

    private final Jdbi jdbi;
    private final FirmClock clock;

    CheckConservation(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * What the check has found.
     *
     * @param units of all batches, whatever they are counted in
     * @param batchesBroken batches of which units are missing or too many
     * @param reservationsBroken batches whose reserved units are not those of the orders
     * @param shipmentsBroken batches whose dispatched and delivered units are not those of the shipments
     * @param linesBroken order lines whose allocated units are not those reserved for them
     * @param creditBroken partners whose running debt is not that of their orders and invoices
     * @param stockIdle product grades that are on hand while an order waits for them, and nobody is to look for them
     * @param allocationsLate order lines for which nobody has looked for goods within ten seconds
     */
    public record Report(
            long batches,
            @Nested Conservation units,
            long batchesBroken,
            long reservationsBroken,
            long shipmentsBroken,
            long linesBroken,
            long creditBroken,
            long stockIdle,
            long allocationsLate) {

        /** Whether everything adds up: all the numbers of broken things are zero. */
        public boolean conserved() {
            return units.holds()
                    && batchesBroken
                                    + reservationsBroken
                                    + shipmentsBroken
                                    + linesBroken
                                    + creditBroken
                                    + stockIdle
                                    + allocationsLate
                            == 0;
        }
    }

    public Report check() {
        CombinedStatement everything = CombinedStatement.of(List.of(
                StockAudit.batches("all_batches", clock.today()),
                StockAudit.reservations("all_reservations"),
                ShipmentAudit.shippedBatches("shipped_batches"),
                OrderAudit.lines("all_lines"),
                OrderAudit.debts("debts"),
                PartnerCredit.exposures("exposures")));
        return jdbi.withHandle(
                handle -> everything.query(handle, ADD_UP).mapTo(Report.class).one());
    }
}
