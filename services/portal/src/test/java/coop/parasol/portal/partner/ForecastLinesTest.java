package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.partner.ForecastClient.NewForecast;
import coop.parasol.portal.partner.ForecastLines.Line;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Forecasts from a file: each line with its number, so that the wrong ones can be named. */
class ForecastLinesTest {

    private static final Map<String, String> UNITS = Map.of("HERBAL-SOAP", "KGM");

    @Test
    void columns_stand_in_their_usual_order_with_or_without_grade_and_unit() {
        assertThat(read("BRASS-LAMP;A;2027-W05;120\nHERBAL-SOAP;2027-W06;2.5\nBRASS-LAMP;A;2027-W07;5;PR"))
                .containsExactly(
                        forecast("BRASS-LAMP", "A", "2027-W05", "120", "C62"),
                        forecast("HERBAL-SOAP", null, "2027-W06", "2.5", "KGM"),
                        forecast("BRASS-LAMP", "A", "2027-W07", "5", "PR"));
    }

    @Test
    void a_first_line_may_name_the_columns_in_any_order() {
        assertThat(read("\uFEFFWeek\tQuantity\tComment\tProduct\n2027-W05\t120\tspring\tBRASS-LAMP"))
                .containsExactly(forecast("BRASS-LAMP", null, "2027-W05", "120", "C62"));
    }

    @Test
    void a_week_is_read_as_people_write_it_and_what_is_none_is_left_for_the_service_to_refuse() {
        assertThat(read("L,A,2027w5,1\nL,A,2027-5,1\nL,A,2027 W53,1\nL,A,5.2027,1\nL,A,,1"))
                .extracting(NewForecast::period)
                .containsExactly("2027-W05", "2027-W05", "2027-W53", "5.2027", null);
    }

    @Test
    void lines_keep_the_number_that_they_have_in_the_file() {
        List<Line> lines = ForecastLines.read("product,week,quantity\r\n\r\nL,2027-W05,1\r\nL,2027-W06,x\r\n", UNITS);

        assertThat(lines).extracting(Line::number).containsExactly(3, 4);
        assertThat(lines).extracting(Line::text).containsExactly("L,2027-W05,1", "L,2027-W06,x");
        assertThat(lines.getLast().forecast().quantity().value()).isEqualTo("x");
        assertThat(ForecastLines.header("product,week,quantity\nL,2027-W05,1")).isEqualTo("product,week,quantity\n");
        assertThat(ForecastLines.header("L,2027-W05,1")).isEmpty();
    }

    @Test
    void what_is_in_quotation_marks_may_have_separators() {
        assertThat(read("\"LAMP, BIG\",A,2027-W05,\"120\""))
                .containsExactly(forecast("LAMP, BIG", "A", "2027-W05", "120", "C62"));
    }

    private static List<NewForecast> read(String text) {
        return ForecastLines.read(text, UNITS).stream().map(Line::forecast).toList();
    }

    private static NewForecast forecast(
            String product, @Nullable String grade, String week, String quantity, String unit) {
        return new NewForecast(product, grade, week, new PartnerClient.Amount(quantity, unit));
    }
}
