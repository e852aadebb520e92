package coop.parasol.pricing.settlement;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Period;
import coop.parasol.pricing.ProductFixture;
import coop.parasol.pricing.pool.PoolBylaws;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Pools of as many producers as a large network has, each with a batch in them and an advance on it. */
final class ManyProducers {

    private static final int LINES_OF_AN_INVOICE = 100;

    private ManyProducers() {}

    /** The product, the firm's margin, and a rate of advances; needs a transaction. */
    static void product(Jdbi jdbi, PoolBylaws bylaws, String product) {
        ProductFixture.product(product, List.of("A", "B"));
        bylaws.change(new BylawsChanged(1, null, Instant.EPOCH, Map.of("marginShare", "1200")));
        jdbi.useHandle(handle -> handle.execute("""
                insert into advance_rate (id, product, rate, state, drafted_by, drafted_at, approved_by, approved_at)
                values (gen_random_uuid(), ?, 6000, 'APPROVED', 'priya', now(), 'pavan', now())
                """, product));
    }

    /**
     * A pool whose invoices are paid: each producer has 100 to 106 pieces of one batch in it, of grade A or B, and was paid 300.00 in
     * advance for them. Needs a transaction.
     */
    static void pool(Jdbi jdbi, String product, Period week, int producers) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    create temporary table fresh on commit drop as
                    select n, gen_random_uuid() as batch_id,
                           ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as member_id,
                           case when n % 3 = 0 then 'B' else 'A' end as grade, 100 + n % 7 as quantity,
                           1000 * (100 + n % 7) + n % 11 as net, n / ? as invoice
                      from generate_series(1, ?) as n
                    """, LINES_OF_AN_INVOICE, producers);
            handle.execute("""
                    create temporary table fresh_invoice on commit drop as
                    select invoice, gen_random_uuid() as invoice_id, sum(net) as total from fresh group by invoice
                    """);
            handle.execute("""
                    insert into pool_batch (batch_id, member_id, product, grade, unit, certified_at, period, certified, dispatched)
                    select batch_id, member_id, ?, grade, 'C62', now(), ?, quantity, quantity from fresh
                    """, product, week.toString());
            handle.execute(
                    "insert into pool_invoice (invoice_id, total, paid) select invoice_id, total, total from fresh_invoice");
            handle.execute("""
                    insert into accepted_goods (invoice_id, position, product, period, batch_id, member_id, grade, quantity, unit, net)
                    select invoice_id, n, ?, ?, batch_id, member_id, grade, quantity, 'C62', net
                      from fresh join fresh_invoice using (invoice)
                    """, product, week.toString());
            handle.execute("""
                    with granted as (
                        insert into advance (id, batch_id, member_id, product, grade, period, outcome, unit, quantity, rate,
                                             unit_price, price_base, amount, decided_at)
                        select gen_random_uuid(), batch_id, member_id, ?, grade, ?, 'GRANTED', 'C62', quantity, 6000, 1000, 1, 30000,
                               now()
                          from fresh returning amount)
                    update advance_total set outstanding = outstanding + (select sum(amount) from granted)
                    """, product, week.toString());
        });
    }
}
