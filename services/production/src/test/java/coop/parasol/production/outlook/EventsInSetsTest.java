package coop.parasol.production.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.messaging.Handler.Received;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.batch.OnBatchCertified;
import coop.parasol.production.batch.OnBatchRecalled;
import coop.parasol.production.batch.OnBatchReinstated;
import coop.parasol.production.batch.OnBatchRejected;
import coop.parasol.production.batch.OnBatchScrapped;
import coop.parasol.production.batch.OnBatchSuspended;
import coop.parasol.production.batch.OnCertificateExpired;
import coop.parasol.production.batch.OnReworkAnnounced;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of orders, shipments and certificates come to what the same events come to one by one. */
@QuarkusTest
class EventsInSetsTest {

    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("distribution"));

    @Inject
    OnOrderAccepted onOrderAccepted;

    @Inject
    OnOrderAllocated onOrderAllocated;

    @Inject
    OnForecastChanged onForecastChanged;

    @Inject
    OnShipmentDispatched onShipmentDispatched;

    @Inject
    OnBatchCertified onBatchCertified;

    @Inject
    OnOrderCancelled onOrderCancelled;

    @Inject
    OnOrderLineReduced onOrderLineReduced;

    @Inject
    OnBatchSuspended onBatchSuspended;

    @Inject
    OnBatchReinstated onBatchReinstated;

    @Inject
    OnBatchRecalled onBatchRecalled;

    @Inject
    OnCertificateExpired onCertificateExpired;

    @Inject
    OnBatchRejected onBatchRejected;

    @Inject
    OnBatchScrapped onBatchScrapped;

    @Inject
    OnReworkAnnounced onReworkAnnounced;

    @Inject
    Jdbi jdbi;

    private final RandomEvents events =
            new RandomEvents(UUID.randomUUID().toString().substring(0, 8));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sets_of_events_leave_the_outlook_the_stock_and_the_batches_as_one_by_one(long seed) {
        for (String world : List.of("single", "sets")) {
            batches(world);
        }

        events.scattered("single", new Random(seed)).forEach(event -> handle(List.of(event)));
        Random random = new Random(-seed);
        List<Event> open = new ArrayList<>(RandomEvents.togetherByType(events.scattered("sets", new Random(seed))));
        while (!open.isEmpty()) {
            int together = 1;
            int most = 1 + random.nextInt(30);
            while (together < Math.min(most, open.size())
                    && open.get(together).getClass() == open.getFirst().getClass()) {
                together++;
            }
            List<Event> set = open.subList(0, together);
            handle(List.copyOf(set));
            set.clear();
        }

        assertThat(state("sets")).isEqualTo(state("single")).hasSizeGreaterThan(RandomEvents.ORDERS);
    }

    private void handle(List<Event> set) {
        QuarkusTransaction.requiringNew().run(() -> {
            switch (set.getFirst()) {
                case ForecastChanged first -> all(onForecastChanged, set, ForecastChanged.class);
                case OrderAccepted first -> all(onOrderAccepted, set, OrderAccepted.class);
                case OrderAllocated first -> all(onOrderAllocated, set, OrderAllocated.class);
                case ShipmentDispatched first -> all(onShipmentDispatched, set, ShipmentDispatched.class);
                case BatchCertified first -> all(onBatchCertified, set, BatchCertified.class);
                case OrderCancelled first -> all(onOrderCancelled, set, OrderCancelled.class);
                case OrderLineReduced first -> all(onOrderLineReduced, set, OrderLineReduced.class);
                case BatchSuspended first -> all(onBatchSuspended, set, BatchSuspended.class);
                case BatchReinstated first -> all(onBatchReinstated, set, BatchReinstated.class);
                case BatchRecalled first -> all(onBatchRecalled, set, BatchRecalled.class);
                case CertificateExpired first -> all(onCertificateExpired, set, CertificateExpired.class);
                case BatchRejected first -> all(onBatchRejected, set, BatchRejected.class);
                case BatchScrapped first -> all(onBatchScrapped, set, BatchScrapped.class);
                case ReworkAnnounced first -> all(onReworkAnnounced, set, ReworkAnnounced.class);
                default -> throw new AssertionError(set);
            }
        });
    }

    private static <E extends Event> void all(Handler<E> handler, List<Event> set, Class<E> type) {
        handler.onAll(set.stream()
                .map(event -> new Received<>(type.cast(event), ENVELOPE))
                .toList());
    }

    private void batches(String world) {
        UUID member = MemberFixture.member(Member.State.ACTIVE);
        for (int product = 0; product < 2; product++) {
            MemberFixture.product(events.product(world, product), null);
        }
        for (int batch = 0; batch < RandomEvents.BATCHES; batch++) {
            UUID id = events.id(world, "batch " + batch);
            String product = events.product(world, batch % 2);
            jdbi.useHandle(handle -> handle.createUpdate(
                            "insert into batch (id, member_id, product, lot, quantity, unit, made_on, route, state,"
                                    + " reason, reported_at) values (:id, :member, :product, :lot, 50, 'C62',"
                                    + " current_date, 'hand', 'REJECTED', 'dents', now())")
                    .bind("id", id)
                    .bind("member", member)
                    .bind("product", product)
                    .bind("lot", id.toString())
                    .execute());
        }
    }

    /** Everything that these events change, without ids and without the world's name. */
    private List<String> state(String world) {
        String like = world + "-%-" + events.run();
        return List.of(
                        "select concat_ws(' ', 'line', line, product, grade, period, unit, ordered, dispatched,"
                                + " allocated, cancelled) from order_line where product like :like order by 1",
                        "select concat_ws(' ', 'outlook', product, grade, period, unit, open_orders, dispatched,"
                                + " forecasts, commitments, reserved) from demand_outlook where product like :like"
                                + " and (open_orders, dispatched, forecasts) <> (0, 0, 0) order by 1",
                        "select concat_ws(' ', 'partner', product, grade, period, unit, ordered, forecast)"
                                + " from partner_demand where product like :like"
                                + " and (ordered, forecast) <> (0, 0) order by 1",
                        "select concat_ws(' ', 'goods', product, grade, certified, dispatched, withheld) from"
                                + " certified_batch where product like :like order by 1",
                        "select concat_ws(' ', 'stock', product, grade, certified, dispatched) from certified_stock"
                                + " where product like :like order by 1",
                        "select concat_ws(' ', 'batch', product, state, grade, reason) from batch where product like"
                                + " :like order by 1")
                .stream()
                .flatMap(
                        sql -> jdbi
                                .withHandle(handle -> handle.createQuery(sql)
                                        .bind("like", like)
                                        .mapTo(String.class)
                                        .list())
                                .stream())
                .map(row -> row.replace(world, "world"))
                .toList();
    }
}
