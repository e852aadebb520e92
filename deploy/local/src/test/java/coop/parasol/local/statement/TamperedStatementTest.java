package coop.parasol.local.statement;

import static coop.parasol.local.statement.PayoutStatementVerifierTest.faultsWithTheDigestOf;
import static coop.parasol.local.statement.PayoutStatementVerifierTest.withLateMoney;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static boolean isRefused(List<String> rows) {
        try {
            return !faultsWithTheDigestOf(ROWS, rows).isEmpty();
        } catch (IOException refused) {
            return true;
        }
    }
}
