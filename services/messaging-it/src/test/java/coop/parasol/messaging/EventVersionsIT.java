package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both versions of an event are read, whichever the setting lets the writer write; through a real broker. */
class EventVersionsIT {

    private static final UUID MEMBER = UUID.randomUUID();

    private final Fixture fixture = new Fixture("event_versions");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_handler_of_the_later_version_is_handed_both() {
        OnMemberActivated handler = new OnMemberActivated();
        Consumption consumption = new Consumption(fixture, fixture.transactions, 2, List.of(handler));
        fixture.relay.start();

        write(Map.of("parasol.events.version.MemberActivated", "1"));
        write(Map.of());
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
        consumption.run(2);

        MemberActivatedV2 same = new MemberActivatedV2(MEMBER, "Asha Brass Works", FirmKind.PRODUCT, 7);
        assertThat(handler.types)
                .containsExactly(
                        "coop.parasol.membership.MemberActivated.v1", "coop.parasol.membership.MemberActivated.v2");
        assertThat(handler.events).containsExactly(same, same);
    }

    @Test
    void a_consumer_that_knows_only_the_earlier_version_skips_the_later_one() {
        OnFirstVersion handler = new OnFirstVersion();
        Consumption consumption = new Consumption(fixture, fixture.transactions, 2, List.of(handler));
        fixture.relay.start();

        write(Map.of());
        write(Map.of("parasol.events.version.MemberActivated", "1"));
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
        consumption.run(2);

        assertThat(handler.events).hasSize(1);
        assertThat(consumption.deadLetters.list(null, 50).items()).isEmpty();
    }

    /** As membership writes it. */
    private void write(Map<String, String> settings) {
        EventVersions versions = new EventVersions(
                new SmallRyeConfigBuilder().withDefaultValues(settings).build());
        Event event = versions.writes(MemberActivatedV2.class)
                ? new MemberActivatedV2(MEMBER, "Asha Brass Works", FirmKind.PRODUCT, 7)
                : new MemberActivated(MEMBER, "Asha Brass Works", "asha@example.org", FirmKind.PRODUCT, 7);
        fixture.append(event);
    }

    private static final class OnMemberActivated implements Handler<MemberActivatedV2> {
        private final List<MemberActivatedV2> events = new CopyOnWriteArrayList<>();
        private final List<String> types = new CopyOnWriteArrayList<>();

        @Override
        public void on(MemberActivatedV2 event, Envelope envelope) {
            events.add(event);
            types.add(envelope.type());
        }
    }

    private static final class OnFirstVersion implements Handler<MemberActivated> {
        private final List<MemberActivated> events = new CopyOnWriteArrayList<>();

        @Override
        public void on(MemberActivated event, Envelope envelope) {
            events.add(event);
        }
    }
}
