package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import coop.parasol.portal.client.ServiceProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What became of each line of a file of forecasts: its number, field, code and a sentence. */
class ForecastAnswersTest {

    private static final ObjectReader JSON = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .readerFor(ForecastClient.Answer.class);

    private static final String FILE = "product;week;quantity\n\nLAMP;2027-W05;5\nLAMP;2027-W06;x\nNONE;2027-W06;\n";
    private static final String UNREADABLE =
            "{\"position\":4,\"status\":400,\"problem\":{\"status\":400,\"code\":\"malformed-field\",\"detail\":\"What?\",\"field\":\"quantity.value\"}}";
    private static final String TWO_ERRORS =
            "{\"position\":5,\"status\":422,\"problem\":{\"status\":422,\"code\":\"invalid-fields\",\"detail\":\"2 fields are wrong.\",\"field\":\"product\",\"errors\":["
                    + "{\"field\":\"product\",\"code\":\"unknown-product\",\"detail\":\"None.\"},"
                    + "{\"field\":\"quantity.value\",\"code\":\"malformed-field\",\"detail\":\"What?\"}]}}";

    @Test
    void each_refused_line_has_its_number_field_and_code_and_stays_below_the_names_of_the_columns() {
        ForecastAnswers answers =
                read(FILE, "{\"position\":3,\"status\":200}\n" + UNREADABLE + "\n" + TWO_ERRORS + "\n");

        assertThat(answers.saved()).isOne();
        assertThat(answers.refused().stream()
                        .map(each -> each.number() + " " + each.field() + " " + each.code() + " " + each.text()))
                .containsExactly(
                        "4 quantity malformed-field LAMP;2027-W06;x",
                        "5 product unknown-product NONE;2027-W06;",
                        "5 quantity malformed-field NONE;2027-W06;");
        assertThat(answers.refused()).allMatch(each -> !each.sentence().isBlank());
        assertThat(answers.toMend()).isEqualTo("product;week;quantity\nLAMP;2027-W06;x\nNONE;2027-W06;");
    }

    @Test
    void lines_that_have_no_answer_are_not_taken_for_saved() {
        ForecastAnswers answers = read(FILE, "{\"position\":3,\"status\":200}\n{\"posit");

        assertThat(answers.saved()).isOne();
        assertThat(answers.refused()).extracting(ForecastAnswers.Refused::code).containsOnly("unanswered");
        assertThat(answers.refusedLines())
                .extracting(ForecastAnswers.Line::number)
                .containsExactly(4, 5);
        assertThatThrownBy(() -> read(FILE, "")).isInstanceOf(ServiceProblem.class);
    }

    @Test
    void of_many_refused_lines_the_page_shows_the_first_and_says_how_many_more_there_are() {
        String file = IntStream.rangeClosed(1, 20_000)
                .mapToObj(each -> "LAMP;2027-W06;x" + each)
                .collect(Collectors.joining("\n"));
        String answers = IntStream.rangeClosed(1, 20_000)
                .mapToObj(each -> UNREADABLE.replace("\"position\":4", "\"position\":" + each))
                .collect(Collectors.joining("\n"));

        ManyForecastsPages.Shown shown = ManyForecastsPages.Shown.of(read(file, answers));

        assertThat(shown.refusedLines()).isEqualTo(20_000);
        assertThat(shown.refused()).hasSize(1_000);
        assertThat(shown.more()).isEqualTo(19_000);
        assertThat(shown.mended()).isTrue();
    }

    private static ForecastAnswers read(String file, String answers) {
        return ForecastAnswers.read(
                file,
                ForecastColumns.of(file),
                new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
                JSON);
    }
}
