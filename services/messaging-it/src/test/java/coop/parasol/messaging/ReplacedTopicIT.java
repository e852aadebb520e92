package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.EquityEvent.PaymentPurpose;
import coop.parasol.contracts.EquityEvent.PaymentSent;
import coop.parasol.contracts.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A running service, both as the one that sends and as the one that hears, gets over an empty broker in the place of its own. */
@QuarkusTest
@QuarkusTestResource(value = MessagingFlowIT.Servers.class, restrictToAnnotatedClass = true)
class ReplacedTopicIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Outbox outbox;

    @Inject
    MessagingFlowIT.OnPaymentSent payouts;

    @ConfigProperty(name = "parasol.topic-prefix")
    String prefix;

    @Test
    void what_was_handled_has_no_effect_again_and_what_comes_is_handled() throws Exception {
        List<UUID> members = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
        pay(members.get(0));
        pay(members.get(1));
        await().atMost(PATIENCE).until(() -> payouts.paid().size() == 2);
        try (Admin admin = Admin.create(TestKafka.access())) {
            TestKafka.recreate(admin, prefix + "membership.equity");
        }
        pay(members.get(2));
        await().atMost(PATIENCE).until(() -> payouts.paid().contains(members.get(2)));
        assertThat(payouts.paid()).containsExactlyInAnyOrderElementsOf(members);
    }

    private void pay(UUID member) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(
                        new PaymentSent(
                                member,
                                new UUID(1, 1),
                                PaymentPurpose.POOL_PAYOUT,
                                Money.of("1.00", "INR"),
                                "reference"),
                        Fixture.CAUSE));
    }
}
