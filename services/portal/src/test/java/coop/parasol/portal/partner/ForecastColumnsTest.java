package coop.parasol.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The first line of a file of forecasts names the columns in any language, and the service hears the names that it knows. */
class ForecastColumnsTest {

    private static final String CANONICAL = "product,grade,week,quantity,unit";

    @ParameterizedTest
    @EnumSource
    void the_file_to_be_filled_in_is_read_in_every_language(Language language) {
        String template = language.write(ForecastColumns::template);
        assertThat(template).startsWith("\uFEFF").endsWith("\r\n");

        for (Language reader : Language.values()) {
            ForecastColumns columns = reader.write(() -> ForecastColumns.of(template + "LAMP,A,2027-W05,5,\n"));
            assertThat(columns.text().lines()).containsExactly(CANONICAL, "LAMP,A,2027-W05,5,");
        }
    }

    @Test
    void no_name_of_a_column_names_another_one_in_another_language() {
        Map<String, Integer> places = new HashMap<>();
        for (Language language : Language.values()) {
            List<String> names = Stream.of(
                            language.write(ForecastColumns::template).strip().split(","))
                    .map(name -> name.replace("\uFEFF", ""))
                    .toList();
            assertThat(names).hasSize(5).doesNotContain("");
            for (int place = 0; place < names.size(); place++) {
                Integer earlier = places.putIfAbsent(names.get(place), place);
                assertThat(earlier).as(names.get(place)).isIn(null, place);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "सप्ताह;उत्पाद;मात्रा|week;product;quantity",
                "\"ઉત્પાદન\";\"જથ્થો\";\"અઠવાડિયું\"|product;quantity;week",
                "製品;週;備考;数量|product;week;備考;quantity",
                "产品;周;数量|product;week;quantity",
                "Period;PRODUCT;Quantity|week;product;quantity"
            })
    void columns_stand_in_any_order_and_one_that_nobody_knows_keeps_its_name(String sent, String heard) {
        ForecastColumns columns = ForecastColumns.of("\n" + sent + "\r\n\n1;2;3;4");

        assertThat(columns.text().lines()).containsExactly("", heard, "", "1;2;3;4");
    }

    @Test
    void lines_without_names_are_as_they_were_sent() {
        String lines = "LAMP;A;2027-W05;120\n製品;A;2027-W05;120\n";

        assertThat(ForecastColumns.of(lines).text()).isEqualTo(lines);
        assertThat(ForecastColumns.of("").text()).isEmpty();
    }

    @Test
    void a_first_line_with_signs_of_patterns_is_only_a_first_line() {
        assertThat(ForecastColumns.of("product;quantity;(a|b$1\\\nL;1;2").text())
                .isEqualTo("product;quantity;(a|b$1\\\nL;1;2");
    }

    @Test
    void a_column_is_called_as_the_file_calls_it_and_else_in_the_readers_language() {
        ForecastColumns named = ForecastColumns.of("製品;週;数量;単位\n");
        ForecastColumns unnamed = ForecastColumns.of("LAMP;2027-W05;5\n");

        Language.HINDI.write(() -> {
            assertThat(Stream.of("product", "period", "quantity.value", "quantity.unit", "grade")
                            .map(named::name))
                    .containsExactly("製品", "週", "数量", "単位", "ग्रेड");
            assertThat(Stream.of("product", "period", "quantity.value", "quantity.unit")
                            .map(unnamed::name))
                    .containsExactly("उत्पाद", "सप्ताह", "मात्रा", "मात्रा");
            return "";
        });
    }
}
