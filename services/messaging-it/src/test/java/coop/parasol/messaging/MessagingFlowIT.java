package coop.parasol.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.EquityEvent.PaymentPurpose;
import coop.parasol.contracts.EquityEvent.PaymentSent;
import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import coop.parasol.contracts.Money;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision of one service becomes an effect of another through the container's wiring: JTA, SmallRye, CDI, REST. */
@QuarkusTest
@QuarkusTestResource(value = MessagingFlowIT.Servers.class, restrictToAnnotatedClass = true)
class MessagingFlowIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TOPICS = 2;

    /** The database and the topics of this application. */
    public static class Servers implements QuarkusTestResourceLifecycleManager {
        private final TestDatabase database = new TestDatabase("flow");
        private final TestKafka kafka =
                new TestKafka("membership.members", "membership.equity", "membership.dead-letter");

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", TestDatabase.url(database.name()),
                    "quarkus.datasource.password", TestDatabase.password(),
                    "parasol.topic-prefix", kafka.prefix(),
                    "parasol.consumer.group", kafka.prefix() + "membership");
        }

        @Override
        public void stop() {
            kafka.close();
            database.close();
        }
    }

    /** Meters that count; a service has those of Prometheus. */
    static class Meters {
        @Produces
        @Singleton
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @ApplicationScoped
    static class OnApplicationRefused implements Handler<ApplicationRefused> {
        private final List<Long> handled = new CopyOnWriteArrayList<>();
        private volatile long failing = -1;

        @Override
        public void on(ApplicationRefused event, Envelope envelope) {
            long number = Long.parseLong(event.reason());
            if (number == failing) {
                throw new IllegalArgumentException("cannot do " + number);
            }
            handled.add(number);
        }

        List<Long> handled() {
            return List.copyOf(handled);
        }

        void reset(long fail) {
            handled.clear();
            failing = fail;
        }
    }

    @ApplicationScoped
    static class OnPaymentSent implements Handler<PaymentSent> {
        private final List<UUID> paid = new CopyOnWriteArrayList<>();

        @Override
        public void on(PaymentSent event, Envelope envelope) {
            paid.add(event.memberId());
        }

        List<UUID> paid() {
            return List.copyOf(paid);
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    OnPaymentSent payouts;

    @ConfigProperty(name = "parasol.consumer.group")
    String group;

    @Inject
    OnApplicationRefused handler;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @Inject
    OutboxGauges gauges;

    @BeforeEach
    void none() {
        handler.reset(-1);
        try (Admin admin = Admin.create(TestKafka.access())) {
            await().atMost(PATIENCE).until(() -> assigned(admin) == TOPICS * TestKafka.PARTITIONS);
        }
    }

    /** Partitions that have a reader; what is committed while they still move waits for the partition's next event. */
    private long assigned(Admin admin) throws Exception {
        ConsumerGroupDescription readers = Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .get();
        return readers.groupState() == GroupState.STABLE
                ? readers.members().stream()
                        .mapToLong(
                                reader -> reader.assignment().topicPartitions().size())
                        .sum()
                : 0;
    }

    private void append(UUID member, long number) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(Fixture.event(member, number), Fixture.CAUSE));
    }

    @Test
    void a_decided_event_takes_effect_once_and_in_order() {
        UUID member = UUID.randomUUID();
        for (long number = 0; number < 300; number++) {
            append(member, number);
        }
        await().atMost(PATIENCE).until(() -> handler.handled().size() >= 300);
        assertThat(handler.handled()).isEqualTo(LongStream.range(0, 300).boxed().toList());
        await().atMost(PATIENCE)
                .until(() -> metrics.counter("parasol.relay.sent").count() >= 300);
        gauges.refresh();
        assertThat(metrics.get("parasol.outbox.depth").gauge().value()).isZero();
        assertThat(metrics.get("parasol.outbox.oldest.seconds").gauge().value()).isZero();
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void offsets_are_committed_after_the_effect() throws Exception {
        append(UUID.randomUUID(), 1);
        await().atMost(PATIENCE).until(() -> handler.handled().contains(1L));
        try (Admin admin = Admin.create(TestKafka.access())) {
            await().atMost(PATIENCE)
                    .until(() -> committed(admin)
                            >= metrics.counter("parasol.events.handled").count());
        }
    }

    private double committed(Admin admin) throws Exception {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    @Test
    void the_topics_of_all_handlers_are_read() {
        UUID member = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(
                        new PaymentSent(
                                member,
                                new UUID(1, 1),
                                PaymentPurpose.POOL_PAYOUT,
                                Money.of("1.00", "INR"),
                                "reference"),
                        Fixture.CAUSE));
        await().atMost(PATIENCE).until(() -> payouts.paid().contains(member));
    }

    @Test
    void an_event_that_is_rolled_back_is_not_published() {
        UUID member = UUID.randomUUID();
        assertThat(assertThrows(
                        IllegalStateException.class,
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            outbox.append(Fixture.event(member, 1), Fixture.CAUSE);
                            throw new IllegalStateException("taken back");
                        })))
                .hasMessage("taken back");
        append(member, 2);
        await().atMost(PATIENCE).until(() -> !handler.handled().isEmpty());
        assertThat(handler.handled()).containsExactly(2L);
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThrows(
                IllegalStateException.class, () -> outbox.append(Fixture.event(UUID.randomUUID(), 1), Fixture.CAUSE));
    }

    @Test
    void dead_letters_and_what_was_done_are_for_the_administrator_only() {
        given().get("/dead-letters").then().statusCode(401);
        given().get("/administrative-acts").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "priya", roles = "pricing-desk")
    void dead_letters_are_hidden_from_other_roles() {
        given().get("/dead-letters").then().statusCode(403);
        given().get("/administrative-acts").then().statusCode(403);
        given().get("/dead-letters/" + UUID.randomUUID()).then().statusCode(403);
        given().post("/dead-letters/" + UUID.randomUUID() + "/replay").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "adam", roles = "administrator")
    void the_administrator_sees_and_replays_what_could_not_be_handled() {
        UUID member = UUID.randomUUID();
        handler.reset(7);
        append(member, 7);
        append(member, 8);
        append(UUID.randomUUID(), 9);
        await().atMost(PATIENCE).until(() -> handler.handled().contains(9L));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/dead-letters")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items[0].subject", equalTo(member.toString()))
                        .body("items[0].attempts", equalTo(2))
                        .body("next", nullValue()));
        await().atMost(PATIENCE).until(() -> parkedDepth() == 2);
        String id = given().get("/dead-letters").then().extract().path("items[0].id");
        given().get("/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body("content", equalTo(CloudEvents.json(Fixture.event(member, 7))));
        handler.reset(-1);
        given().post("/dead-letters/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(2))
                .body("failure", nullValue());
        assertThat(handler.handled()).containsExactly(7L, 8L);
        await().atMost(PATIENCE).until(() -> parkedDepth() == 0);
        given().get("/dead-letters/" + id).then().statusCode(404);
        given().post("/dead-letters/" + id + "/replay").then().statusCode(404);
        given().get("/administrative-acts?act=REPLAY&from=2026-01-01T00:00:00Z&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].actor", equalTo("adam"))
                .body("items[0].subject", endsWith(member.toString()));
        given().get("/administrative-acts?limit=0").then().statusCode(400);
        given().get("/dead-letters?limit=0").then().statusCode(400);
        given().get("/dead-letters?after=x").then().statusCode(400);
    }

    private double parkedDepth() {
        return metrics.get("parasol.events.parked.depth").gauge().value();
    }
}
