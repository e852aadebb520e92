package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.ws.rs.BadRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has done what to the running of a service stands in its database from the transaction of the act on. */
class AdministrativeActsTest {

    private final Fixture fixture = new Fixture("administrative_acts");
    private final Consumption consumption = new Consumption(fixture, 1);
    private final AdministrativeActResource resource = new AdministrativeActResource(consumption.acts);

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<AdministrativeAct> acts() {
        return resource.list(null, null, null, null, 50).items();
    }

    /** Parks two events of an aggregate. */
    private UUID parked(UUID subject) {
        fixture.relay.start();
        fixture.append(Fixture.event(subject, 1));
        fixture.append(Fixture.event(subject, 2));
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
        consumption.fail(1L);
        consumption.run(2);
        return consumption.deadLetters.list(null, 50).items().getLast().id();
    }

    @Test
    void a_replay_is_recorded_once_with_who_asked_for_it_and_of_what() {
        UUID subject = UUID.randomUUID();
        UUID letter = parked(subject);
        consumption.fail(null);

        assertThat(consumption.deadLetters.replay(letter).replayed()).isEqualTo(2);

        assertThat(acts()).singleElement().satisfies(act -> {
            assertThat(act.actor()).isEqualTo("adam");
            assertThat(act.act()).isEqualTo(AdministrativeActKind.REPLAY);
            assertThat(act.subject()).isEqualTo(fixture.kafka.prefix() + "membership.members " + subject);
            assertThat(act.time()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
    }

    @Test
    void a_replay_that_fails_again_is_recorded_too() {
        UUID letter = parked(UUID.randomUUID());

        assertThat(consumption.deadLetters.replay(letter).failure()).contains("cannot do 1");

        assertThat(acts()).extracting(AdministrativeAct::act).containsExactly(AdministrativeActKind.REPLAY);
    }

    @Test
    void what_is_tried_again_by_itself_is_nobodys_act() {
        parked(UUID.randomUUID());
        consumption.fail(null);

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            consumption.replays.retryDue();
            return consumption.seen().size() == 2;
        });

        assertThat(acts()).isEmpty();
    }

    @Test
    void an_act_that_is_taken_back_has_no_record() {
        assertThatThrownBy(() -> fixture.transactions.run(() -> {
                    new AdministrativeActs(fixture.transactions, Clock.systemUTC())
                            .record("adam", AdministrativeActKind.NEW_SIGNING_KEY, "kid");
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");

        assertThat(acts()).isEmpty();
    }

    @Test
    void what_is_asked_for_at_the_machine_is_recorded_with_it_whoever_has_inserted_it() {
        fixture.database.execute("insert into rebuild (compares_only) values (true)");
        fixture.database.execute("select set_config('parasol.operator', 'operator:anand', false);"
                + "insert into resend_request values ('2026-11-24T09:30:00Z')");

        assertThat(acts())
                .extracting(AdministrativeAct::actor, AdministrativeAct::act, AdministrativeAct::subject)
                .containsExactly(
                        tuple("operator:anand", AdministrativeActKind.RESEND, "2026-11-24T09:30:00Z"),
                        tuple("operator", AdministrativeActKind.COMPARISON, "1"));
    }

    @Test
    void what_was_recorded_is_neither_changed_nor_taken_away() {
        fixture.database.execute("insert into rebuild default values");

        for (String statement : List.of(
                "update administrative_act set actor = 'eve'",
                "delete from administrative_act",
                "truncate administrative_act")) {
            assertThatThrownBy(() -> fixture.database.execute(statement))
                    .as(statement)
                    .hasMessageContaining("stays as it was recorded");
        }
        assertThat(acts()).extracting(AdministrativeAct::act).containsExactly(AdministrativeActKind.REBUILD);
    }

    @Test
    void acts_are_filtered_by_kind_and_time_and_listed_page_by_page_the_latest_first() {
        for (String day : List.of("01", "02", "03")) {
            fixture.database.execute("insert into administrative_act (time, actor, act, subject) values ('2026-11-"
                    + day + "T00:00:00Z', 'adam', 'REPLAY', '" + day + "')");
        }
        fixture.database.execute("insert into administrative_act (time, actor, act, subject)"
                + " values ('2026-11-03T12:00:00Z', 'adam', 'REWIND', '')");

        Instant from = Instant.parse("2026-11-02T00:00:00Z");
        Instant until = Instant.parse("2026-11-03T00:00:00Z");
        assertThat(resource.list(null, from, until, null, 50).items())
                .extracting(AdministrativeAct::subject)
                .containsExactly("02");
        AdministrativeActResource.Acts first = resource.list(AdministrativeActKind.REPLAY, null, null, null, 2);
        assertThat(first.items()).extracting(AdministrativeAct::subject).containsExactly("03", "02");
        AdministrativeActResource.Acts second =
                resource.list(AdministrativeActKind.REPLAY, null, null, first.next(), 2);
        assertThat(second.items()).extracting(AdministrativeAct::subject).containsExactly("01");
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> resource.list(null, null, null, "x", 2)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> resource.list(null, null, null, null, 201)).isInstanceOf(BadRequestException.class);
    }
}
