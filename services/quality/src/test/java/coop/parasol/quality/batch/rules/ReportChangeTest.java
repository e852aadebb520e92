package coop.parasol.quality.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import org.junit.jupiter.api.Test;

class ReportChangeTest {

    @Test
    void a_report_may_change_as_long_as_its_batch_waits_and_never_had_a_sample() {
        assertThat(ReportChange.answer(true, false, false)).isEqualTo(BatchChangeAnswer.ACCEPTED);
    }

    @Test
    void a_batch_that_ever_had_a_sample_stays_as_reported_also_while_it_is_held_or_suspended() {
        for (boolean suspended : new boolean[] {false, true}) {
            assertThat(ReportChange.answer(true, true, suspended)).isEqualTo(BatchChangeAnswer.SAMPLE_DRAWN);
            assertThat(ReportChange.answer(false, true, suspended)).isEqualTo(BatchChangeAnswer.SAMPLE_DRAWN);
        }
    }

    @Test
    void a_suspended_batch_and_one_that_was_given_up_stay_as_reported() {
        assertThat(ReportChange.answer(true, false, true)).isEqualTo(BatchChangeAnswer.SUSPENDED);
        assertThat(ReportChange.answer(false, false, false)).isEqualTo(BatchChangeAnswer.SCRAPPED);
    }
}
