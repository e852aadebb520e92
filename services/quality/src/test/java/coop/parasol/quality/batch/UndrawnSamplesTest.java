package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.bylaws.OnBylawsChanged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A due sample that cannot be drawn holds up no other, is seen, and is tried again until it can. */
@QuarkusTest
class UndrawnSamplesTest {

    /** Nothing else is reported on this day: other tests have no time to correct. */
    private static final Instant DAY_WITH_TEN_MINUTES = Instant.parse("2019-11-29T00:00:00Z");

    @Inject
    OnBylawsChanged bylawsChanged;

    @Inject
    ReportedBatchScenario scenario;

    @Inject
    DrawDueSamples drawDueSamples;

    @Inject
    UndrawnSamples undrawn;

    @Inject
    @Readiness
    UndrawnSamplesCheck check;

    private final SeriesScenario series = new SeriesScenario();
    private final UUID member = Ids.next();
    private final String product = series.product(1);

    @BeforeEach
    void ten_minutes_on_one_day_and_none_afterwards() {
        series.standards(new Random(1));
        bylaws(900_003, DAY_WITH_TEN_MINUTES, "10");
        bylaws(900_004, DAY_WITH_TEN_MINUTES.plus(1, ChronoUnit.DAYS), "0");
        TestDatabase.sql("create table if not exists damaged_batch (id uuid primary key)");
        TestDatabase.sql(
                "create or replace function no_sample_of_damaged() returns trigger language plpgsql as $$ begin"
                        + " if exists (select from damaged_batch d where d.id = new.id) then raise exception 'damaged'; end if;"
                        + " return new; end $$");
        TestDatabase.sql("create or replace trigger no_sample_of_damaged before update on batch for each row"
                + " execute function no_sample_of_damaged()");
    }

    @AfterEach
    void every_batch_can_be_sampled_again() {
        TestDatabase.sql("drop trigger if exists no_sample_of_damaged on batch");
        TestDatabase.sql("drop table if exists damaged_batch");
        TestDatabase.sql("delete from undrawn_sample");
    }

    @Test
    void one_that_fails_costs_no_other_of_its_hundred_nor_of_the_next() {
        List<UUID> batches = IntStream.range(0, 150).mapToObj(each -> report()).toList();
        UUID damaged = batches.get(20);
        damage(damaged);
        letTimePass();
        drawDueSamples.draw();

        assertThat(batches.stream().filter(batch -> !batch.equals(damaged)))
                .allMatch(batch -> scenario.state(batch).equals("SAMPLED"))
                .allMatch(batch -> scenario.samplesTold(batch).equals("1"));
        assertThat(scenario.state(damaged)).isEqualTo("REPORTED");
        assertThat(scenario.samplesTold(damaged)).isEqualTo("0");
    }

    @Test
    void one_that_fails_is_seen_in_the_health_of_a_ready_service_until_it_is_drawn() {
        UUID damaged = report();
        damage(damaged);
        letTimePass();
        drawDueSamples.draw();

        HealthCheckResponse seen = check.call();
        assertThat(seen.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(seen.getData().orElseThrow())
                .containsEntry("count", 1L)
                .containsEntry("oldestBatch", damaged.toString());

        repair();
        letRetryCome();
        drawDueSamples.draw();
        assertThat(scenario.state(damaged)).isEqualTo("SAMPLED");
        assertThat(scenario.samplesTold(damaged)).isEqualTo("1");
        assertThat(QuarkusTransaction.requiringNew().call(undrawn::waiting).count())
                .isZero();
    }

    @Test
    void it_is_tried_again_later_and_later_and_not_each_second() {
        UUID damaged = report();
        damage(damaged);
        letTimePass();
        drawDueSamples.draw();
        drawDueSamples.draw();
        assertThat(attempts(damaged)).isEqualTo("1 30");

        List<String> pauses = Stream.generate(() -> {
                    letRetryCome();
                    drawDueSamples.draw();
                    return attempts(damaged);
                })
                .limit(8)
                .toList();
        assertThat(pauses).containsExactly("2 60", "3 120", "4 240", "5 480", "6 960", "7 1920", "8 3600", "9 3600");
    }

    @Test
    void one_that_is_withdrawn_meanwhile_is_missed_by_nobody() {
        UUID damaged = report();
        damage(damaged);
        letTimePass();
        drawDueSamples.draw();
        repair();
        scenario.withdraw(member, damaged);

        assertThat(scenario.state(damaged)).isEqualTo("WITHDRAWN");
        assertThat(check.call().getData().orElseThrow()).containsEntry("count", 0L);
    }

    @Test
    void a_look_at_what_is_due_reads_an_index_of_reported_batches_and_no_other_batch() {
        assertThat(TestDatabase.plan(DrawDueSamples.DUE.replace(":now", "now()").replace(":maxRows", "100")))
                .containsAnyOf("batch_sample_due", "batch_by_state")
                .doesNotContain("Seq Scan on batch");
    }

    private UUID report() {
        return scenario.report(member, product, 20, DAY_WITH_TEN_MINUTES.plus(Duration.ofHours(9)));
    }

    private static void damage(UUID batch) {
        TestDatabase.sql("insert into damaged_batch values (:p1)", batch);
    }

    private static void repair() {
        TestDatabase.sql("delete from damaged_batch");
    }

    private void letTimePass() {
        TestDatabase.sql(
                "update batch set sample_due_at = now() - interval '1 second' where member_id = :p1 and state = 'REPORTED'"
                        + " and not exists (select from damaged_batch d where d.id = batch.id)",
                member);
        TestDatabase.sql("alter table batch disable trigger no_sample_of_damaged");
        TestDatabase.sql(
                "update batch set sample_due_at = now() - interval '1 second' where member_id = :p1 and state = 'REPORTED'",
                member);
        TestDatabase.sql("alter table batch enable trigger no_sample_of_damaged");
    }

    private static void letRetryCome() {
        TestDatabase.sql(
                "update undrawn_sample set failed_at = now() - interval '2 hours', next_try_at = now() - interval '1 hour'");
    }

    private static String attempts(UUID batch) {
        return TestDatabase.text(
                "select attempts || ' ' || cast(extract(epoch from next_try_at - failed_at) as integer) from undrawn_sample"
                        + " where batch_id = :p1",
                batch);
    }

    private void bylaws(int version, Instant effectiveFrom, String minutes) {
        QuarkusTransaction.requiringNew()
                .run(() -> bylawsChanged.on(
                        new BylawsChanged(
                                version, Ids.next(), effectiveFrom, Map.of(CorrectionTimeBylaw.NAME, minutes)),
                        ReportedBatchScenario.envelope("BylawsChanged", member, effectiveFrom)));
    }
}
