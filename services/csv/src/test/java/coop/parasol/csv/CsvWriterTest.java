package coop.parasol.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void quotes_what_would_end_a_cell_and_ends_rows_with_crlf() {
        assertThat(CsvWriter.write(List.of(List.of("lot", "note"), List.of("R-1", "a \"b\", c\nd"))))
                .isEqualTo("lot,note\r\nR-1,\"a \"\"b\"\", c\nd\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void text_that_a_spreadsheet_would_run_gets_an_apostrophe(String text) {
        assertThat(CsvWriter.write(List.of(List.of(text)))).startsWith("'");
    }

    @Test
    void a_decimal_has_no_exponent() {
        assertThat(CsvWriter.write(List.of(List.of(new BigDecimal("0.0000005"), new BigDecimal("-4E+2")))))
                .isEqualTo("0.0000005,-400\r\n");
    }

    @Test
    void a_negative_number_stays_a_number_and_null_is_empty() {
        assertThat(CsvWriter.write(List.of(Arrays.asList(new BigDecimal("-12.50"), null, 3))))
                .isEqualTo("-12.50,,3\r\n");
    }
}
