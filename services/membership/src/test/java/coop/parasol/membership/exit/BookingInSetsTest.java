package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.booking.OnPaymentReceived;
import coop.parasol.membership.books.booking.OnPayoutStated;
import coop.parasol.membership.books.booking.OnPoolSettled;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.messaging.Handler.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments, pools and statements that are booked in sets leave the books, the payables and the claims as one by one. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class BookingInSetsTest {

    private static final String ONE_BY_ONE = "booked_one_by_one";
    private static final String IN_SETS = "booked_in_sets";
    private static final int POOLS = 15;
    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    ExitScenario exits;

    @Inject
    BenchFirm firms;

    @Inject
    OnPaymentReceived onPaymentReceived;

    @Inject
    OnPayoutStated onPayoutStated;

    @Inject
    OnPoolSettled onPoolSettled;

    @Inject
    Journal journal;

    @Inject
    FirmCurrency currency;

    @Inject
    Session database;

    private record Told(Event event, Envelope envelope) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void books_payables_and_claims_are_the_same_one_by_one_and_in_sets(long seed) throws SQLException {
        List<UUID> members = List.of(exits.join(), exits.join(), exits.join());
        UUID former = members.getFirst();
        found(ONE_BY_ONE, members, former);
        found(IN_SETS, members, former);
        List<Told> history = history(members, new Random(seed));

        history.forEach(told -> handle(ONE_BY_ONE, List.of(told)));
        Random random = new Random(-seed);
        int next = 0;
        while (next < history.size()) {
            int end = next + 1;
            int max = 1 + random.nextInt(20);
            while (end < history.size()
                    && end - next < max
                    && history.get(end).event().getClass()
                            == history.get(next).event().getClass()) {
                end++;
            }
            handle(IN_SETS, history.subList(next, end));
            next = end;
        }

        assertThat(state(IN_SETS)).isEqualTo(state(ONE_BY_ONE)).hasSizeGreaterThan(POOLS * 3);
    }

    /** A copy of the firm with these members, of whom one has left and still owes a part of its share. */
    private void found(String schema, List<UUID> members, UUID former) throws SQLException {
        firms.empty(schema);
        firms.in(schema, () -> {
            for (String table : List.of("bylaws", "member")) {
                String columns = database.createNativeQuery(
                                "select string_agg(column_name, ', ') from information_schema.columns where"
                                        + " table_schema = 'public' and table_name = ?1 and is_generated = 'NEVER'",
                                String.class)
                        .setParameter(1, table)
                        .getSingleResult();
                String which = table.equals("member") ? " where id = any (?1)" : " where ?1 is not null";
                database.createNativeMutationQuery("insert into " + table + " (" + columns + ") select " + columns
                                + " from public." + table + which)
                        .setParameter(1, members.toArray(UUID[]::new))
                        .executeUpdate();
            }
            database.createNativeMutationQuery(
                            "update member set state = 'LEAVING', share_cancelled_at = now() where id = ?1")
                    .setParameter(1, former)
                    .executeUpdate();
            journal.post(
                    new Entry.Builder()
                            .debit(Account.MEMBER_DEBTS, former, 90_000)
                            .credit(Account.EQUAL_SHARE_CAPITAL, 90_000)
                            .narrative("Not paid yet")
                            .build("BuyInPaid", former, former, null),
                    new Cause("tara", null, former.toString()));
            return true;
        });
    }

    /** Each pool's payments, then its settlement and statements in any order among those of other pools. */
    private List<Told> history(List<UUID> members, Random random) {
        List<Told> payments = new ArrayList<>();
        List<Told> pools = new ArrayList<>();
        for (int pool = 0; pool < POOLS; pool++) {
            UUID settlement = UUID.randomUUID();
            List<UUID> producers = members.subList(0, 1 + random.nextInt(members.size()));
            long payouts = 0;
            for (UUID producer : producers) {
                long sales = random.nextInt(5) == 0 ? 0 : 1L + random.nextInt(40_000);
                payouts += sales;
                payments.add(told(paid(random.nextInt(4) == 0 ? null : producer, 1 + sales)));
                pools.add(told(stated(settlement, producer, sales)));
            }
            pools.add(random.nextInt(pools.size() + 1), told(settled(settlement, payouts, producers.size())));
        }
        int firstPart = pools.size() / 2;
        Collections.shuffle(pools.subList(0, firstPart), random);
        List<Told> history = new ArrayList<>(payments);
        history.addAll(pools);
        return history;
    }

    private static Told told(Event event) {
        return new Told(
                event,
                new Envelope(
                        UUID.randomUUID(),
                        "",
                        event.subject(),
                        0,
                        Instant.EPOCH,
                        new Cause("person " + event.subject().charAt(0), null, event.subject())));
    }

    private PaymentReceived paid(@Nullable UUID producer, long amount) {
        return new PaymentReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                money(amount),
                List.of(new PaidGoods("LAMP", "A", UUID.randomUUID(), producer, Quantity.of(1, "C62"), money(amount))),
                WEEK,
                "UTR",
                Instant.EPOCH);
    }

    private PayoutStatedV2 stated(UUID settlement, UUID producer, long sales) {
        return new PayoutStated(
                        settlement,
                        settlement,
                        producer,
                        "LAMP",
                        WEEK,
                        List.of(),
                        money(sales),
                        money(0),
                        money(sales),
                        money(sales))
                .upgraded();
    }

    private PoolSettledV2 settled(UUID settlement, long payouts, int producers) {
        return new PoolSettled(
                        settlement,
                        settlement,
                        "LAMP",
                        WEEK,
                        money(payouts),
                        money(0),
                        money(0),
                        money(0),
                        money(payouts),
                        money(0),
                        producers)
                .upgraded();
    }

    private Money money(long minor) {
        return currency.money(minor);
    }

    private void handle(String schema, List<Told> set) {
        firms.in(schema, () -> {
            switch (set.getFirst().event()) {
                case PaymentReceived first -> all(onPaymentReceived, set, PaymentReceived.class);
                case PayoutStatedV2 first -> all(onPayoutStated, set, PayoutStatedV2.class);
                case PoolSettledV2 first -> all(onPoolSettled, set, PoolSettledV2.class);
                default -> throw new AssertionError(set);
            }
            return true;
        });
    }

    private static <E extends Event> void all(Handler<E> handler, List<Told> set, Class<E> type) {
        handler.onAll(set.stream()
                .map(told -> new Received<>(type.cast(told.event()), told.envelope()))
                .toList());
    }

    /** Everything that these events change; numbers of entries, ids and salts are each ledger's own. */
    private List<String> state(String schema) {
        List<String> rows = new ArrayList<>();
        for (String sql : List.of(
                "select concat_ws(' ', 'entry', e.event, e.source_document, e.causation_id, e.correlation_id, e.actor,"
                        + " e.booked_on, e.member_id, e.reference, e.narrative, l.line, l.account, l.member_id, l.amount)"
                        + " from journal_entry e join journal_line l on l.entry = e.id",
                "select concat_ws(' ', 'account', code, balance) from ledger_account",
                "select concat_ws(' ', 'member account', member_id, account, balance) from member_account",
                "select concat_ws(' ', 'pool', settlement_id, booking_day, booked_statements, producers) from"
                        + " settled_pool",
                "select concat_ws(' ', 'volume', settlement_id, member_id, sold_on, amount) from patronage_volume",
                "select concat_ws(' ', 'receipt', member_id, product, received, stated) from pool_receipt",
                "select concat_ws(' ', 'goods', batch_id, paid) from pool_goods",
                "select concat_ws(' ', 'payout', o.settlement_id, o.member_id, o.amount, o.set_off, p.amount, p.state,"
                        + " p.narrative, p.held_because, p.due_on, h.change, h.actor) from payout o left join payable p on"
                        + " p.source_id = o.id left join payable_history h on h.payable_id = p.id")) {
            rows.addAll(firms.in(
                    schema,
                    () -> database.createNativeQuery(sql + " order by 1", String.class)
                            .getResultList()));
        }
        return rows;
    }
}
