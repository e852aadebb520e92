package coop.parasol.quality.batch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Producers correct and withdraw reports of batches that wait for their sample, also at the moment at which it is drawn. */
@QuarkusTest
class ChangedReportsTest {

    private static final int ROUNDS = 40;
    private static final Instant REPORTED_AT = SeriesScenario.BEGIN.plus(10, ChronoUnit.DAYS);

    @Inject
    ReportedBatchScenario scenario;

    private final SeriesScenario series = new SeriesScenario();
    private final UUID member = Ids.next();
    private final String product = series.product(1);

    @BeforeEach
    void a_standard_and_a_discontinued_series() {
        series.standards(new Random(1));
        TestDatabase.sql(
                "insert into inspection_series (id, member_id, product, switching, discontinued)"
                        + " values (gen_random_uuid(), :p1, :p2, jsonb_build_object('classes', jsonb_build_object('MAJOR',"
                        + " jsonb_build_object('state', 'TIGHTENED', 'score', 0, 'recent', '', 'acceptedInARow', 0,"
                        + " 'rejectedOnTightened', 0))), true)",
                member,
                product);
    }

    @Test
    void a_held_batch_is_corrected_and_its_sample_is_drawn_of_what_it_is_now() {
        UUID batch = report(product, 20);
        scenario.correct(member, batch, 500);
        UUID asReported = report(product, 500);
        resume();

        assertThat(scenario.answer(batch)).isEqualTo("ACCEPTED");
        assertThat(scenario.row(batch))
                .isEqualTo(scenario.row(asReported))
                .contains("SAMPLED", "500", ReportedBatchScenario.BEST_BEFORE.toString());
        assertThat(scenario.workList(batch))
                .isEqualTo(scenario.workList(asReported))
                .contains("500");
    }

    @Test
    void a_batch_without_a_standard_is_withdrawn_and_is_decided_for_the_exit_of_its_producer() {
        UUID batch = report(series.product(SeriesScenario.PRODUCTS), 20);

        scenario.withdraw(member, batch);

        assertThat(scenario.answer(batch)).isEqualTo("ACCEPTED");
        assertThat(scenario.state(batch)).isEqualTo("WITHDRAWN");
        assertThat(scenario.clearance(member)).isEqualTo("1 1 0");
    }

    @Test
    void what_had_a_sample_is_suspended_or_was_given_up_stays_as_reported() {
        UUID held = report(product, 20);
        resume();
        scenario.setDiscontinued(member, product, true);
        assertThat(scenario.state(held)).as("held once more").isEqualTo("HELD");
        UUID suspended = report(product, 20);
        TestDatabase.sql("update batch set suspended_by = gen_random_uuid() where id = :p1", suspended);
        UUID gone = report(product, 20);
        TestDatabase.sql("update batch set state = 'SCRAPPED', reason = 'wet' where id = :p1", gone);

        for (UUID batch : List.of(held, suspended, gone)) {
            scenario.correct(member, batch, 500);
        }

        assertThat(scenario.answer(held)).isEqualTo("SAMPLE_DRAWN");
        assertThat(scenario.answer(suspended)).isEqualTo("SUSPENDED");
        assertThat(scenario.answer(gone)).isEqualTo("SCRAPPED");
        for (UUID batch : List.of(held, suspended, gone)) {
            assertThat(scenario.row(batch)).contains(" 20.000000 ").doesNotContain(" 500.");
        }
    }

    @Test
    void of_a_withdrawal_and_a_drawing_at_the_same_moment_one_is_first_and_the_other_knows_it() throws Exception {
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            discontinue();
            UUID batch = report(product, 20);
            ReportedBatchScenario.atOnce(round, this::resume, () -> scenario.withdraw(member, batch));
            String outcome = scenario.answer(batch) + " " + scenario.state(batch) + " " + scenario.samplesTold(batch)
                    + " " + (scenario.workList(batch).isEmpty() ? "not listed" : "listed");
            outcomes.add(outcome);
            assertThat(outcome).isIn("ACCEPTED WITHDRAWN 0 not listed", "SAMPLE_DRAWN SAMPLED 1 listed");
        }
        assertThat(outcomes).as("both came first at times").hasSize(2);
        assertThat(scenario.clearance(member)).matches(ROUNDS + " \\d+ 0");
    }

    @Test
    void of_a_correction_and_a_drawing_at_the_same_moment_the_sample_is_drawn_of_what_holds() throws Exception {
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            discontinue();
            UUID batch = report(product, 20);
            ReportedBatchScenario.atOnce(round, this::resume, () -> scenario.correct(member, batch, 500));
            String answer = scenario.answer(batch);
            outcomes.add(answer);
            UUID asIfReported = report(product, answer.equals("ACCEPTED") ? 500 : 20);
            assertThat(scenario.row(batch)).isEqualTo(scenario.row(asIfReported));
            assertThat(scenario.workList(batch)).isEqualTo(scenario.workList(asIfReported));
        }
        assertThat(outcomes).containsExactlyInAnyOrder("ACCEPTED", "SAMPLE_DRAWN");
    }

    private UUID report(String of, long pieces) {
        return scenario.report(member, of, pieces, REPORTED_AT);
    }

    private void discontinue() {
        TestDatabase.sql("update inspection_series set discontinued = true where member_id = :p1", member);
    }

    private void resume() {
        scenario.setDiscontinued(member, product, false);
    }
}
