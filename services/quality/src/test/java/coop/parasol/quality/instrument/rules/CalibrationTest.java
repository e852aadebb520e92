package coop.parasol.quality.instrument.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A value measured with an instrument past its calibration is none. */
class CalibrationTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void a_calibration_covers_its_first_and_its_last_day_and_none_beside_them() {
        Calibration calibration = new Calibration(FIRST, LAST);

        assertThat(calibration.covers(FIRST)).isTrue();
        assertThat(calibration.covers(LAST)).isTrue();
        assertThat(calibration.covers(FIRST.minusDays(1))).isFalse();
        assertThat(calibration.covers(LAST.plusDays(1))).isFalse();
    }

    @Test
    void between_two_calibrations_an_instrument_may_not_be_used() {
        List<Calibration> both =
                List.of(new Calibration(FIRST, LAST), new Calibration(LAST.plusDays(2), LAST.plusYears(1)));

        assertThat(Calibration.anyCovers(both, LAST.plusDays(1))).isFalse();
        assertThat(Calibration.anyCovers(both, LAST.plusDays(2))).isTrue();
        assertThat(Calibration.anyCovers(List.of(), FIRST)).isFalse();
    }

    @Test
    void a_calibration_does_not_end_before_it_begins() {
        assertThat(new Calibration(FIRST, FIRST).covers(FIRST)).isTrue();
        assertThatThrownBy(() -> new Calibration(LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }
}
