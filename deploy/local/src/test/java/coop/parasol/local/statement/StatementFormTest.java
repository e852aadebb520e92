package coop.parasol.local.statement;

import static coop.parasol.local.statement.PayoutStatementVerifierTest.faultsWithTheDigestOf;
import static coop.parasol.local.statement.PayoutStatementVerifierTest.withLateMoney;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement that is written in another way than its description says is found out, with the line and the cell. */
class StatementFormTest {

    private static final List<String> ROWS = withLateMoney();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "result,payable,,,,,,,6100.00,INR | result,payable,Paid in full,,,,,,6100.00,INR | (result payable): text has to be empty.",
                "cost,Freight,BILL-7, | cost,Freight,, | (cost Freight): text is missing.",
                ",400,C62,1,400,, | ,400,???,1,400,, | (line A): unit is none of UN/CEFACT Rec 20.",
                "member,0198b7a2-0000-7000-8000-000000000003 | member, | (producer member): text is missing.",
                "member,0198b7a2-0000-7000-8000-000000000003 | member,Anand | (producer member): text is no id.",
                "name,Anand Metal Works | name,AnandNULMetal | (producer name): text has a control character.",
                "name,Anand Metal Works | name,=cmd | (producer name): text begins as a formula does, without an apostrophe before it.",
                "result,payable,,,,,,,6100.00 | result,payable,,,,,,,6100.000 | (result payable): amount has not the decimals of INR.",
                "grade,B,,,,0.9 | grade,B,,,,0.90 | (grade B): factor is to be 0.9.",
            })
    void a_cell_that_no_statement_has_is_named_with_its_line(String value, String other, String fault)
            throws IOException {
        String changed = other.replace("NUL", "\0");
        List<String> rows =
                ROWS.stream().map(row -> row.replace(value, changed)).toList();

        assertThat(rows).isNotEqualTo(ROWS);
        assertThat(faultsWithTheDigestOf(rows, rows))
                .anyMatch(each -> each.matches("line \\d+ .*") && each.endsWith(fault));
    }

    @Test
    void no_two_rows_can_stand_in_another_order_but_lines_of_one_kind() throws IOException {
        for (int row = 1; row < ROWS.size(); row++) {
            String section = section(row);
            if (section.equals(section(row - 1))
                    && List.of("grade", "line", "advance").contains(section)) {
                continue;
            }
            List<String> swapped = new ArrayList<>(ROWS);
            Collections.swap(swapped, row - 1, row);
            boolean refused;
            try {
                refused = !faultsWithTheDigestOf(swapped, swapped).isEmpty();
            } catch (IOException e) {
                refused = true;
            }
            assertThat(refused).as(ROWS.get(row)).isTrue();
        }
    }

    @Test
    void several_closed_pools_stand_one_after_the_other() throws IOException {
        List<String> two = new ArrayList<>(ROWS);
        int first = two.indexOf("late-pool,pool,0198b7a2-0000-7000-8000-000000000009,,,,,,,");
        int digest = two.indexOf("digest,sha-256,DIGEST,,,,,,,");
        List<String> other = two.subList(first, digest).stream()
                .map(row -> row.replace("000000000009", "000000000010").replace("2026-W47", "2026-W46"))
                .toList();
        two.addAll(digest, other);

        assertThat(faultsWithTheDigestOf(two, two)).isEmpty();
    }

    /** The sums are changed along: what the pool has paid and what it carries. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pool,paid,,,,,,,8799.98 | pool,paid,,,,,,,8799.97 | carry-out,,,,,,,0.02 | carry-out,,,,,,,0.03 | each of the 3 lines",
                "pool,paid,,,,,,,8799.98 | pool,paid,,,,,,,8800.01 | carry-out,,,,,,,0.02 | carry-out,,,,,,,-0.01 | The first settlement pays no more",
                "late-pool,paid,,,,,,,1500.06 | late-pool,paid,,,,,,,1500.05 | carry-out,,,,,,,0.01 | carry-out,,,,,,,0.02 | each of the 2 lines",
                "pool,lines,3 | pool,lines,0 | grade,A | grade,A | more lines than the whole pool",
                "pool,lines,3 | pool,lines,1 | grade,A | grade,A | more lines than the whole pool",
            })
    void a_carry_of_a_minor_unit_a_line_or_more_or_less_than_nothing_is_found(
            String paid, String otherPaid, String carry, String otherCarry, String fault) throws IOException {
        List<String> rows = ROWS.stream()
                .map(row -> row.replace(paid, otherPaid).replace(carry, otherCarry))
                .toList();

        assertThat(faultsWithTheDigestOf(rows, rows)).anyMatch(each -> each.contains(fault));
    }

    private static String section(int row) {
        return ROWS.get(row).substring(0, ROWS.get(row).indexOf(','));
    }
}
