package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.Mock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A process that can hear no more events says so by its liveness and ends, so that another takes its place. */
@QuarkusTest
@QuarkusTestResource(value = MessagingFlowIT.Servers.class, restrictToAnnotatedClass = true)
class DeadChannelIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The end of the process, which the test outlives. */
    @Mock
    @ApplicationScoped
    static class NotedProcessEnd extends ProcessEnd {
        private final List<String> reasons = new CopyOnWriteArrayList<>();

        @Override
        void end(String reason, Throwable cause) {
            reasons.add(reason);
        }

        List<String> reasons() {
            return List.copyOf(reasons);
        }
    }

    @ApplicationScoped
    static class OnMemberMoved implements Handler<MemberMoved> {
        @Override
        public void on(MemberMoved event, Envelope envelope) {
            throw new OutOfMemoryError("there is no memory for " + event.place());
        }
    }

    @Inject
    Outbox outbox;

    @Inject
    HealthCenter health;

    @Inject
    NotedProcessEnd processEnd;

    @Test
    void an_error_that_is_not_the_events_kills_the_channel_and_ends_the_process() {
        assertThat(health.getLiveness().isOk()).isTrue();
        assertThat(processEnd.reasons()).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(new MemberMoved(UUID.randomUUID(), "Pune"), Fixture.CAUSE));
        await().atMost(PATIENCE).until(() -> !health.getLiveness().isOk());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processEnd.reasons())
                        .contains("it can no longer receive events", "it receives no events any more"));
    }
}
