package coop.parasol.quality.photo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.quality.photo.rules.PhotoChange.Answer;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A batch has six photos at most, and they change as long as its report may be corrected. */
class PhotoChangeTest {

    @Test
    void photos_change_as_long_as_the_report_may_be_corrected() {
        Map<BatchChangeAnswer, Answer> answers = new EnumMap<>(BatchChangeAnswer.class);
        for (BatchChangeAnswer report : BatchChangeAnswer.values()) {
            answers.put(report, PhotoChange.remove(report));
            assertThat(PhotoChange.add(report, 0, 0)).isEqualTo(PhotoChange.remove(report));
        }

        assertThat(answers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        BatchChangeAnswer.ACCEPTED, Answer.ACCEPTED,
                        BatchChangeAnswer.SAMPLE_DRAWN, Answer.SAMPLE_DRAWN,
                        BatchChangeAnswer.SUSPENDED, Answer.SUSPENDED,
                        BatchChangeAnswer.SCRAPPED, Answer.CLOSED));
    }

    @Test
    void a_batch_has_six_photos_at_most() {
        assertThat(PhotoChange.add(BatchChangeAnswer.ACCEPTED, 5, 5)).isEqualTo(Answer.ACCEPTED);
        assertThat(PhotoChange.add(BatchChangeAnswer.ACCEPTED, 6, 6)).isEqualTo(Answer.TOO_MANY);
    }

    @Test
    void of_a_batch_thirty_photos_are_ever_taken_however_many_are_removed() {
        assertThat(PhotoChange.add(BatchChangeAnswer.ACCEPTED, 0, 29)).isEqualTo(Answer.ACCEPTED);
        assertThat(PhotoChange.add(BatchChangeAnswer.ACCEPTED, 0, 30)).isEqualTo(Answer.TOO_MANY);
    }

    @Test
    void why_the_report_is_closed_is_said_before_that_there_are_too_many() {
        assertThat(PhotoChange.add(BatchChangeAnswer.SAMPLE_DRAWN, 6, 6)).isEqualTo(Answer.SAMPLE_DRAWN);
    }
}
