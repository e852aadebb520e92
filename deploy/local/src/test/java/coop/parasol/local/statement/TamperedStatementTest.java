package coop.parasol.local.statement;

import static coop.parasol.local.statement.PayoutStatementVerifierTest.faultsWithTheDigestOf;
import static coop.parasol.local.statement.PayoutStatementVerifierTest.withLateMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement is refused in which a row is missing, stands twice, or is in another currency or unit. */
class TamperedStatementTest {

    private static final List<String> ROWS = withLateMoney();

    @Test
    void no_row_can_stand_twice() {
        for (int row = 0; row < ROWS.size(); row++) {
            List<String> twice = new ArrayList<>(ROWS);
            twice.add(row, ROWS.get(row));
            assertThat(isRefused(twice)).as(ROWS.get(row)).isTrue();
        }
    }

    /** But the name, which may be erased. */
    @Test
    void no_row_can_be_left_out() {
        for (String row : ROWS) {
            List<String> without = new ArrayList<>(ROWS);
            without.remove(row);
            assertThat(isRefused(without)).as(row).isEqualTo(!row.startsWith("producer,name"));
        }
    }

    @Test
    void no_amount_can_be_in_another_currency_and_no_quantity_in_another_unit() {
        int tried = 0;
        for (int row = 0; row < ROWS.size(); row++) {
            List<String> other = new ArrayList<>(ROWS);
            other.set(row, ROWS.get(row).replace(",INR", ",USD").replace(",C62,", ",KGM,"));
            if (!other.equals(ROWS)) {
                assertThat(isRefused(other)).as(ROWS.get(row)).isTrue();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(25);
    }

    /** Values that no settlement has, though what follows from them may be changed along. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pool,margin,,,,,,500,500.00 | pool,margin,,,,,,-500,-500.00 | less than nothing",
                "pool,margin,,,,,,500,500.00 | pool,margin,,,,,,10001,10001.00 | more than the receipts",
                "700.00 | -700.00 | not less than nothing",
                "grade,B,,,,0.9 | grade,B,,,,-0.9 | more than nothing",
                ",90,300,-24.49 | ,90,1000000,-81649.20 | between nothing and the whole",
                "result,paid-before,,,,,,,0.00 | result,paid-before,,,,,,,-100.00 | less than nothing",
                "result,paid-before,,,,,,,0.00 | result,paid-before,,,,,,,100.00 | before the first settlement",
            })
    void what_no_settlement_can_have_is_refused(String value, String impossible, String fault) throws IOException {
        List<String> rows =
                ROWS.stream().map(row -> row.replace(value, impossible)).toList();

        assertThat(rows).isNotEqualTo(ROWS);
        assertThat(faultsWithTheDigestOf(rows, rows)).anyMatch(each -> each.contains(fault));
    }

    @Test
    void a_download_that_broke_off_within_a_text_is_no_statement() {
        List<String> brokenOff = new ArrayList<>(ROWS);
        brokenOff.set(ROWS.size() - 1, "result,payable,\"Paid");

        assertThatThrownBy(() -> faultsWithTheDigestOf(ROWS, brokenOff))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no table");
    }

    private static boolean isRefused(List<String> rows) {
        try {
            return !faultsWithTheDigestOf(ROWS, rows).isEmpty();
        } catch (IOException refused) {
            return true;
        }
    }
}
