package coop.parasol.distribution.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.distribution.forecast.ForecastResource.NewForecast;
import coop.parasol.web.LineReader;
import coop.parasol.web.ReadItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forecasts from files as spreadsheets and other systems write them. */
class ForecastFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> UNITS = Map.of("HERBAL-SOAP", "KGM");

    @Test
    void columns_stand_in_their_usual_order_with_or_without_grade_and_unit() {
        assertThat(read("BRASS-LAMP;A;2027-W05;120\nHERBAL-SOAP;2027-W06;2.5\nBRASS-LAMP;A;2027-W07;5;PR"))
                .containsExactly(
                        "BRASS-LAMP A 2027-W05 120 C62",
                        "HERBAL-SOAP null 2027-W06 2.5 KGM",
                        "BRASS-LAMP A 2027-W07 5 PR");
    }

    @Test
    void a_first_line_may_name_the_columns_in_any_order_behind_a_byte_order_mark() {
        assertThat(read("\uFEFFWeek\tQuantity\tComment\tProduct\r\n2027-W05\t120\tspring\tBRASS-LAMP\r\n"))
                .containsExactly("BRASS-LAMP null 2027-W05 120 C62");
    }

    @Test
    void a_week_is_read_as_people_write_it() {
        assertThat(read("L,A,2027w5,1\nL,A,2027-5,1\nL,A,2027 W53,1\nL,A,5.2027,1\nL,A,,1"))
                .containsExactly(
                        "L A 2027-W05 1 C62",
                        "L A 2027-W05 1 C62",
                        "L A 2027-W53 1 C62",
                        "L A 5.2027 1 C62",
                        "L A null 1 C62");
    }

    @Test
    void decimals_have_a_point_or_a_comma_and_thousands_may_be_grouped() {
        assertThat(read("L;2027-W05;2,5\nL;2027-W05;1,250.5\nL;2027-W05;1,250\nL;2027-W05;૧૨\nL;2027-W05;many"))
                .containsExactly(
                        "L null 2027-W05 2.5 C62",
                        "L null 2027-W05 1250.5 C62",
                        "L null 2027-W05 1250 C62",
                        "L null 2027-W05 12 C62",
                        "L null 2027-W05 many C62");
    }

    @Test
    void what_is_in_quotation_marks_may_have_separators() {
        assertThat(read("\"LAMP, BIG\",A,2027-W05,\"1,200\"")).containsExactly("LAMP, BIG A 2027-W05 1200 C62");
    }

    @Test
    void a_file_in_windows_1252_is_read_as_one_in_utf_8() {
        String text = "product;name;week;quantity\nL;Lampe für Gärten;2027-W05;3\n";

        assertThat(read(text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("L null 2027-W05 3 C62");
    }

    private static List<String> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is handed on as JSON of each line. */
    private static List<String> read(byte[] text) {
        List<String> forecasts = new ArrayList<>();
        LineReader<NewForecast> json = line -> {
            forecasts.add(said(line));
            return Optional.<ReadItem<NewForecast>>empty();
        };
        ForecastFile<NewForecast> file = new ForecastFile<>(UNITS, json);
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n') {
                file.read(Arrays.copyOfRange(text, from, i));
                from = i + 1;
            }
        }
        return forecasts;
    }

    private static String said(byte[] line) {
        try {
            JsonNode forecast = JSON.readTree(line);
            return String.join(
                    " ",
                    text(forecast, "/product"),
                    text(forecast, "/grade"),
                    text(forecast, "/period"),
                    text(forecast, "/quantity/value"),
                    text(forecast, "/quantity/unit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode forecast, String field) {
        return forecast.at(field).asText("null");
    }
}
