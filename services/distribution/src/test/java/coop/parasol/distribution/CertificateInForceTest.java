package coop.parasol.distribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.CloudEvents;
import coop.parasol.messaging.Dispatcher;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Ids;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * No unit is sold under the brand without a certificate in force: over random histories, with events of different
 * batches in any order and some of them twice, and with days that pass.
 */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = TradeFixture.PARTNER))
class CertificateInForceTest {

    private static final TopicPartition CERTIFICATES = new TopicPartition("quality.certificates", 0);

    /** Time only goes forward, also for the tests that come after; their goods keep for 30 days. */
    private static final int MAX_DAYS = 8;

    @Inject
    Events events;

    @Inject
    Dispatcher dispatcher;

    @Inject
    MovableClock time;

    @Inject
    Clock clock;

    private Random random = new Random();
    private final List<String> orders = new ArrayList<>();
    private final Map<UUID, Batch> batches = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> delivered = new ArrayList<>();
    private long offset;
    private int dispatched;
    private int withheld;
    private int days;

    /** A batch as quality sees it: the events it will still publish about it, and the last that was delivered. */
    private static final class Batch {
        final BatchCertified certified;
        final Deque<Event> pendingEvents = new ArrayDeque<>();
        String lastEvent = "";

        Batch(BatchCertified certified) {
            this.certified = certified;
        }
    }

    @Test
    void no_unit_is_dispatched_without_a_certificate_in_force() {
        for (long seed = 1; seed <= 3; seed++) {
            history(seed);
        }

        assertThat(dispatched).as("shipments").isGreaterThan(20);
        assertThat(withheld).as("times that goods were withheld").isGreaterThan(5);
    }

    private void history(long seed) {
        random = new Random(seed);
        orders.clear();
        batches.clear();
        TradeFixture trade = new TradeFixture(events);
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(13)) {
                case 0, 1 -> certify(trade);
                case 2, 3, 4, 5 -> deliverNextOfSome();
                case 6, 7 ->
                    orders.add(trade.order(1 + random.nextInt(9)).jsonPath().getString("orderId"));
                case 8, 9, 10, 11 -> dispatch();
                default -> rareStep();
            }
            JsonPath check = TradeFixture.check();
            assertThat(check.getBoolean("conserved"))
                    .as("seed " + seed + ", step " + step + ": " + check.prettify())
                    .isTrue();
        }
        batches.values().forEach(batch -> {
            while (!batch.pendingEvents.isEmpty()) {
                deliverNext(batch);
            }
        });
        orders.forEach(order -> TradeFixture.post("/orders/" + order + "/dispatches", TradeFixture.dispatch()));
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    private void rareStep() {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (days < MAX_DAYS) {
                    days++;
                    time.forward(Duration.ofDays(1));
                }
            }
            case 1 -> {
                if (!orders.isEmpty()) {
                    TradeFixture.post(
                            "/orders/" + orders.get(random.nextInt(orders.size())) + "/cancellation",
                            "{\"reason\": \"x\"}");
                }
            }
            default -> {
                if (!delivered.isEmpty()) {
                    deliver(delivered.get(random.nextInt(delivered.size())));
                }
            }
        }
    }

    /** A new batch, some already out of date, and all events that quality will ever publish about it. */
    private void certify(TradeFixture trade) {
        LocalDate bestBefore = today(clock).plusDays(random.nextInt(8) - 1);
        BatchCertified certified = certified(trade, bestBefore);
        Batch batch = new Batch(certified);
        batch.pendingEvents.add(certified);
        boolean ended = false;
        while (!ended && random.nextInt(2) > 0) {
            batch.pendingEvents.add(CertificateEvents.suspended(certified));
            switch (random.nextInt(3)) {
                case 0 -> {
                    batch.pendingEvents.add(CertificateEvents.recalled(certified));
                    ended = true;
                }
                case 1 -> ended = true;
                default -> batch.pendingEvents.add(CertificateEvents.reinstated(certified));
            }
        }
        if (!ended && random.nextBoolean()) {
            batch.pendingEvents.add(CertificateEvents.expired(certified));
        }
        batches.put(certified.batchId(), batch);
        if (random.nextInt(3) > 0) {
            deliverNext(batch);
        }
    }

    /** The next event of some batch, whichever: between batches there is no order. */
    private void deliverNextOfSome() {
        List<Batch> waiting = batches.values().stream()
                .filter(batch -> !batch.pendingEvents.isEmpty())
                .toList();
        if (!waiting.isEmpty()) {
            deliverNext(waiting.get(random.nextInt(waiting.size())));
        }
    }

    private void deliverNext(Batch batch) {
        Event event = batch.pendingEvents.removeFirst();
        ConsumerRecord<String, byte[]> record = record(event);
        deliver(record);
        delivered.add(record);
        batch.lastEvent = event.getClass().getSimpleName();
        boolean withdrawn = event instanceof BatchRecalled || event instanceof CertificateExpired;
        if (withdrawn) {
            assertThat(stocked(batch, "reserved.value")).isEqualTo("0");
        }
    }

    private void dispatch() {
        if (orders.isEmpty()) {
            return;
        }
        Response answer = TradeFixture.post(
                "/orders/" + orders.get(random.nextInt(orders.size())) + "/dispatches", TradeFixture.dispatch());
        if (answer.statusCode() != 201) {
            assertThat(answer.jsonPath().getString("code")).isEqualTo("nothing-to-dispatch");
            withheld++;
            return;
        }
        dispatched++;
        for (String id : answer.jsonPath().getList("goods.batchId", String.class)) {
            Batch batch = Objects.requireNonNull(batches.get(UUID.fromString(id)));
            assertThat(batch.lastEvent).isIn("BatchCertified", "BatchReinstated");
            assertThat(batch.certified.bestBefore()).isAfterOrEqualTo(today(clock));
        }
        if (random.nextBoolean()) {
            TradeFixture.post("/shipments/" + answer.jsonPath().getString("shipmentId") + "/delivery", "{}")
                    .then()
                    .statusCode(200);
        }
    }

    private BatchCertified certified(TradeFixture trade, LocalDate bestBefore) {
        BatchCertified plain = trade.certified(new UUID(0, 1 + random.nextInt(3)), 1 + random.nextInt(30));
        return new BatchCertified(
                plain.batchId(),
                plain.certificateNumber(),
                plain.memberId(),
                plain.product(),
                plain.lot(),
                plain.brandLot(),
                plain.grade(),
                plain.quantity(),
                bestBefore,
                1,
                plain.certifiedAt());
    }

    private ConsumerRecord<String, byte[]> record(Event event) {
        Envelope envelope = new Envelope(
                Ids.next(),
                EventTypes.name(event.getClass()),
                event.subject(),
                offset,
                Instant.now(),
                Cause.of("quality"));
        ProducerRecord<String, byte[]> sent =
                CloudEvents.record("quality.certificates", "quality", envelope, null, CloudEvents.json(event));
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset++,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        dispatcher.dispatch(new ConsumerRecords<>(Map.of(CERTIFICATES, List.of(record)), Map.of()));
    }

    private static String stocked(Batch batch, String field) {
        return given().get("/stock?limit=200&product=" + batch.certified.product())
                .jsonPath()
                .getString("items.find { it.batchId == '" + batch.certified.batchId() + "' }." + field);
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
