package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.bylaws.OnBylawsChanged;
import coop.parasol.quality.standard.NewStandardVersion;
import coop.parasol.quality.standard.Standard;
import coop.parasol.testing.StatementCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample of a reported batch is drawn when its producer's time to correct or withdraw it is over, and not before. */
@QuarkusTest
class TimeToCorrectTest {

    private static final int ROUNDS = 30;
    /** Nothing else is reported on this day: other tests have no time to correct. */
    private static final Instant DAY_WITH_TEN_MINUTES = Instant.parse("2019-11-30T00:00:00Z");

    private static final Instant REPORTED_AT = DAY_WITH_TEN_MINUTES.plus(Duration.ofHours(9));

    @Inject
    OnBylawsChanged bylawsChanged;

    @Inject
    ReportedBatchScenario scenario;

    @Inject
    SampleWaitingBatches sampleWaitingBatches;

    @Inject
    DrawDueSamples drawDueSamples;

    @Inject
    Jdbi jdbi;

    private final SeriesScenario series = new SeriesScenario();
    private final UUID member = Ids.next();
    private final String product = series.product(1);

    @BeforeEach
    void ten_minutes_on_one_day_and_none_afterwards() {
        series.standards(new Random(1));
        bylaws(900_001, DAY_WITH_TEN_MINUTES, "10");
        bylaws(900_002, DAY_WITH_TEN_MINUTES.plus(1, ChronoUnit.DAYS), "0");
    }

    @Test
    void no_sample_is_drawn_before_the_time_is_over_and_then_by_what_is_corrected() {
        UUID batch = report(product, 20, REPORTED_AT);
        UUID asReported = report(product, 500, REPORTED_AT);
        drawDueSamples.draw();

        assertThat(scenario.state(batch)).isEqualTo("REPORTED");
        assertThat(scenario.samplesTold(batch)).isEqualTo("0");
        assertThat(scenario.workList(batch)).isEmpty();

        scenario.correct(member, batch, 500);
        assertThat(scenario.answer(batch)).isEqualTo("ACCEPTED");
        letTimePass();
        drawDueSamples.draw();

        assertThat(scenario.row(batch))
                .isEqualTo(scenario.row(asReported))
                .contains("SAMPLED", "500", ReportedBatchScenario.BEST_BEFORE.toString());
        assertThat(scenario.workList(batch))
                .isEqualTo(scenario.workList(asReported))
                .contains("500");
        assertThat(scenario.samplesTold(batch)).isEqualTo("1");
        scenario.correct(member, batch, 20);
        assertThat(scenario.row(batch)).contains("500");
    }

    @Test
    void the_minutes_are_those_of_the_bylaws_when_it_was_reported() {
        UUID before = report(product, 20, DAY_WITH_TEN_MINUTES.minusSeconds(1));
        UUID first = report(product, 20, DAY_WITH_TEN_MINUTES);
        UUID last = report(
                product, 20, DAY_WITH_TEN_MINUTES.plus(1, ChronoUnit.DAYS).minusSeconds(1));
        UUID after = report(product, 20, DAY_WITH_TEN_MINUTES.plus(1, ChronoUnit.DAYS));

        assertThat(List.of(scenario.state(before), scenario.state(first), scenario.state(last), scenario.state(after)))
                .containsExactly("SAMPLED", "REPORTED", "REPORTED", "SAMPLED");
    }

    @Test
    void a_batch_is_withdrawn_in_time_and_never_drawn() {
        UUID batch = report(product, 20, REPORTED_AT);
        scenario.withdraw(member, batch);
        letTimePass();
        drawDueSamples.draw();

        assertThat(scenario.answer(batch)).isEqualTo("ACCEPTED");
        assertThat(scenario.state(batch)).isEqualTo("WITHDRAWN");
        assertThat(scenario.samplesTold(batch)).isEqualTo("0");
    }

    @Test
    void a_batch_whose_series_is_discontinued_meanwhile_is_held_and_drawn_when_inspection_is_resumed() {
        UUID batch = report(product, 20, REPORTED_AT);
        scenario.setDiscontinued(member, product, true);
        letTimePass();
        drawDueSamples.draw();
        assertThat(scenario.state(batch)).isEqualTo("HELD");

        scenario.setDiscontinued(member, product, false);
        assertThat(scenario.state(batch)).isEqualTo("SAMPLED");
    }

    @Test
    void a_batch_that_waited_for_its_standard_or_for_inspection_keeps_the_rest_of_its_time() {
        UUID held = report(product, 20, REPORTED_AT);
        TestDatabase.sql("update batch set state = 'HELD' where id = :p1", held);
        TestDatabase.sql("update batch set sample_due_at = now() + interval '5 minutes' where id = :p1", held);
        scenario.setDiscontinued(member, product, false);
        assertThat(scenario.state(held)).isEqualTo("REPORTED");

        String unknown = series.product(SeriesScenario.PRODUCTS);
        UUID early = report(unknown, 20, REPORTED_AT);
        UUID late = report(unknown, 20, REPORTED_AT);
        TestDatabase.sql("update batch set sample_due_at = now() - interval '1 second' where id = :p1", late);
        assertThat(scenario.state(early)).isEqualTo("WAITING_FOR_STANDARD");
        publishAs(unknown);

        assertThat(List.of(scenario.state(early), scenario.state(late))).containsExactly("REPORTED", "SAMPLED");
    }

    @Test
    void of_a_withdrawal_and_a_due_drawing_at_the_same_moment_one_is_first_and_the_other_knows_it() throws Exception {
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            UUID batch = report(product, 20, REPORTED_AT);
            letTimePass();
            ReportedBatchScenario.atOnce(round, drawDueSamples::draw, () -> scenario.withdraw(member, batch));
            String outcome = scenario.answer(batch) + " " + scenario.state(batch) + " " + scenario.samplesTold(batch);
            outcomes.add(outcome);
            assertThat(outcome).isIn("ACCEPTED WITHDRAWN 0", "SAMPLE_DRAWN SAMPLED 1");
        }
        assertThat(outcomes).as("both came first at times").hasSize(2);
    }

    @Test
    void two_instances_draw_each_sample_once_and_all_that_are_due() throws Exception {
        List<UUID> batches = IntStream.range(0, 250)
                .mapToObj(each -> report(product, 20, REPORTED_AT))
                .toList();
        letTimePass();
        ReportedBatchScenario.atOnce(2, drawDueSamples::draw, drawDueSamples::draw);
        drawDueSamples.draw();

        assertThat(batches).allMatch(batch -> scenario.state(batch).equals("SAMPLED"));
        assertThat(batches).allMatch(batch -> scenario.samplesTold(batch).equals("1"));
    }

    @Test
    void the_statements_are_as_many_for_a_hundred_due_batches_as_for_two() {
        assertThat(statements(99)).isEqualTo(statements(2));
    }

    private long statements(int batches) {
        IntStream.range(0, batches).forEach(each -> report(product, 20, REPORTED_AT));
        letTimePass();
        return StatementCount.of(jdbi, Batch.getEntityManager(), drawDueSamples::drawNext);
    }

    private void letTimePass() {
        TestDatabase.sql(
                "update batch set sample_due_at = now() - interval '1 second' where member_id = :p1 and state = 'REPORTED'",
                member);
    }

    private void bylaws(int version, Instant effectiveFrom, String minutes) {
        QuarkusTransaction.requiringNew()
                .run(() -> bylawsChanged.on(
                        new BylawsChanged(
                                version, Ids.next(), effectiveFrom, Map.of(CorrectionTimeBylaw.NAME, minutes)),
                        ReportedBatchScenario.envelope("BylawsChanged", member, effectiveFrom)));
    }

    /** As if the standard of another product were published as its first. */
    private void publishAs(String unknown) {
        TestDatabase.sql(
                "insert into standard select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'product',"
                        + " cast(:p1 as text)))).* from standard s where product = :p2 and version = 1",
                unknown,
                product);
        QuarkusTransaction.requiringNew()
                .run(() -> sampleWaitingBatches.on(
                        new NewStandardVersion(Standard.version(unknown, 1), Cause.of("test"))));
    }

    private UUID report(String of, long pieces, Instant at) {
        return scenario.report(member, of, pieces, at);
    }
}
