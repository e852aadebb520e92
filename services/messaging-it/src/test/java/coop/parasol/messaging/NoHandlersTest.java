package coop.parasol.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that consumes nothing starts and publishes like any other. */
@QuarkusTest
@TestProfile(NoHandlersTest.Profile.class)
@QuarkusTestResource(value = MessagingFlowIT.Servers.class, restrictToAnnotatedClass = true)
class NoHandlersTest {

    /** The application of {@link MessagingFlowIT} without handlers. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.arc.exclude-types",
                    Stream.of(
                                    MessagingFlowIT.OnApplicationRefused.class,
                                    MessagingFlowIT.OnPaymentSent.class,
                                    DeadChannelIT.OnMemberMoved.class)
                            .map(Class::getName)
                            .collect(Collectors.joining(",")));
        }
    }

    @Inject
    Handlers handlers;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry metrics;

    @Test
    void it_starts_and_publishes() {
        assertThat(handlers.topics()).isEmpty();
        given().get("/dead-letters").then().statusCode(401);

        QuarkusTransaction.requiringNew().run(() -> outbox.append(Fixture.event(UUID.randomUUID(), 1), Fixture.CAUSE));

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> metrics.counter("parasol.relay.sent").count() == 1);
        assertThat(metrics.counter("parasol.events.handled").count()).isZero();
    }
}
