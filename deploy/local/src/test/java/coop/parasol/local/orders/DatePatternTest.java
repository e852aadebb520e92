package coop.parasol.local.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.parasol.local.servers.OperatorException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a file writes the day or the month first is seen from its days, or asked for. */
class DatePatternTest {

    @Test
    void the_order_of_day_and_month_is_detected_where_a_day_of_the_file_says_it() {
        assertThat(detect("1/12/2010", "13/12/2010").pattern()).isEqualTo("d/M/u");
        assertThat(detect("12/31/2010", "1/1/2011").pattern()).isEqualTo("M/d/u");
        assertThat(detect("2010-12-31T08:00", "2010-12-30 09:00").pattern()).isEqualTo("u-M-d");
        assertThat(detect("31.12.2010", "nonsense").pattern()).isEqualTo("d.M.u");
        assertThat(detect("12/12/2010").parse("12/12/2010")).contains(LocalDate.of(2010, 12, 12));
    }

    @Test
    void an_order_of_day_and_month_that_no_day_says_is_asked_for_and_never_guessed() {
        assertThatThrownBy(() -> detect("3/4/2026", "7/8/2026"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("3/4/2026")
                .hasMessageContaining("--dates dmy");
        assertThat(new DatePattern("dmy").parse("3/4/2026")).contains(LocalDate.of(2026, 4, 3));
        assertThat(new DatePattern("dmy").parse("3.4.26")).contains(LocalDate.of(2026, 4, 3));
        assertThat(new DatePattern("mdy").parse("3-4-2026")).contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    void days_that_contradict_one_another_refuse_the_file() {
        assertThatThrownBy(() -> detect("27/4/2026", "4/27/2026"))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("27/4/2026")
                .hasMessageContaining("4/27/2026");
    }

    private static DatePattern detect(String... days) {
        Map<String, Long> lines = new LinkedHashMap<>();
        for (String day : days) {
            lines.put(DatePattern.dayOf(day), lines.size() + 2L);
        }
        return DatePattern.detect(lines);
    }
}
