package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.membership.pool.OnBatchCertified;
import coop.parasol.membership.pool.OnShipmentDispatched;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.messaging.Handler.Received;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Sets of certificates and shipments leave members' goods as the same events do one by one. */
@QuarkusTest
class GoodsInSetsTest {

    private static final int BATCHES = 20;
    private static final Envelope ENVELOPE =
            new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("distribution"));

    @Inject
    OnBatchCertified onBatchCertified;

    @Inject
    OnShipmentDispatched onShipmentDispatched;

    @Inject
    PoolScenario pools;

    @Inject
    Jdbi jdbi;

    @Test
    void sets_of_certificates_and_shipments_leave_goods_as_one_by_one() {
        Random random = new Random(7);
        UUID single = UUID.randomUUID();
        UUID sets = UUID.randomUUID();
        List<UUID> ofSingle = ids();
        List<UUID> ofSets = ids();
        List<BatchCertified> certified = new ArrayList<>();
        List<BatchCertified> certifiedInSet = new ArrayList<>();
        List<ShipmentDispatched> dispatched = new ArrayList<>();
        List<ShipmentDispatched> dispatchedInSet = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            long pieces = 1L + random.nextInt(50);
            certified.add(PoolScenario.certified(ofSingle.get(batch), single, pieces));
            certifiedInSet.add(PoolScenario.certified(ofSets.get(batch), sets, pieces));
            for (int shipment = random.nextInt(4); shipment > 0; shipment--) {
                long sold = 1L + random.nextInt(5);
                dispatched.add(pools.dispatched(ofSingle.get(batch), single, sold));
                dispatchedInSet.add(pools.dispatched(ofSets.get(batch), sets, sold));
            }
        }

        dispatched.subList(0, 5).forEach(event -> handle(onShipmentDispatched, List.of(event)));
        certified.forEach(event -> handle(onBatchCertified, List.of(event)));
        dispatched.subList(5, dispatched.size()).forEach(event -> handle(onShipmentDispatched, List.of(event)));
        handle(onShipmentDispatched, dispatchedInSet.subList(0, 5));
        handle(onBatchCertified, certifiedInSet);
        handle(onShipmentDispatched, dispatchedInSet.subList(5, dispatchedInSet.size()));

        assertThat(goods(sets)).isEqualTo(goods(single)).hasSize(BATCHES);
    }

    private static List<UUID> ids() {
        return IntStream.range(0, BATCHES).mapToObj(each -> UUID.randomUUID()).toList();
    }

    private static <E extends Event> void handle(Handler<E> handler, List<E> events) {
        QuarkusTransaction.requiringNew()
                .run(() -> handler.onAll(events.stream()
                        .map(event -> new Received<>(event, ENVELOPE))
                        .toList()));
    }

    private List<String> goods(UUID member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "select concat_ws(' ', product, grade, unit, certified, sold, paid) from pool_goods"
                                        + " where member_id = :member order by certified, sold")
                        .bind("member", member)
                        .mapTo(String.class)
                        .list()));
    }
}
