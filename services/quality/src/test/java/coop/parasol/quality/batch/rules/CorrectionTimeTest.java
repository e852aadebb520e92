package coop.parasol.quality.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From when on the sample of a reported batch may be drawn. */
class CorrectionTimeTest {

    private static final Instant REPORTED = Instant.parse("2026-11-30T18:25:00Z");

    @Test
    void a_producer_has_the_minutes_of_the_bylaws_from_its_report_on() {
        assertThat(CorrectionTime.sampleDue(REPORTED, REPORTED.plusSeconds(1), 10))
                .contains(REPORTED.plus(Duration.ofMinutes(10)));
        assertThat(CorrectionTime.sampleDue(REPORTED, REPORTED.plusSeconds(1), 1_440))
                .contains(REPORTED.plus(Duration.ofDays(1)));
    }

    @Test
    void without_such_minutes_the_sample_is_drawn_at_once() {
        assertThat(CorrectionTime.sampleDue(REPORTED, REPORTED.plusSeconds(1), 0))
                .isEmpty();
        assertThat(CorrectionTime.sampleDue(REPORTED, REPORTED.plus(Duration.ofDays(2)), 0))
                .isEmpty();
    }

    @Test
    void of_a_report_that_is_heard_late_the_changes_that_follow_it_are_waited_for() {
        Instant heard = REPORTED.plus(Duration.ofHours(3));

        assertThat(CorrectionTime.sampleDue(REPORTED, heard, 10)).contains(heard.plus(Duration.ofMinutes(1)));
    }

    @Test
    void the_sample_is_never_due_before_the_minutes_are_over() {
        for (int minutes = 1; minutes <= 1_440; minutes++) {
            Instant over = REPORTED.plus(Duration.ofMinutes(minutes));
            for (int heardAfter : new int[] {-5, 0, 1, 59, 60, 61, 600, 90_000}) {
                assertThat(CorrectionTime.sampleDue(REPORTED, REPORTED.plusSeconds(heardAfter), minutes)
                                .orElseThrow())
                        .isAfterOrEqualTo(over);
            }
        }
    }
}
