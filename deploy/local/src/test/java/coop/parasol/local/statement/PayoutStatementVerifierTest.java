package coop.parasol.local.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A statement whose amounts do not follow from the figures of its pool is found out, whatever was changed. */
class PayoutStatementVerifierTest {

    private static final String DIGEST = "de80e6e2b8ff59b3ec4f0fbd3d8c05d2d8a2ef80a8bbd2cd0f8a4c8e3d1d5a3e";

    /** 400 A, 300 B (0.9) and 300 A of a net of 8,800.00; this producer has the first 400 and the B. */
    private static final List<String> ROWS = List.of(
            "pool,format,parasol-payout-statement-1,,,,,,,",
            "pool,settlement,0198b7a2-0000-7000-8000-000000000001,,,,,,,",
            "pool,pool,0198b7a2-0000-7000-8000-000000000002,,,,,,,",
            "pool,product,LAMP,,,,,,,",
            "pool,period,2026-W48,,,,,,,",
            "pool,number,1,,,,,,,",
            "pool,receipts,,,,,,,10000.00,INR",
            "pool,margin,,,,,,500,500.00,INR",
            "cost,Freight,BILL-7,,,,,,700.00,INR",
            "pool,carry-in,,,,,,,0.00,INR",
            "pool,net,,,,,,,8800.00,INR",
            "pool,equivalents,,,,,970,,,",
            "pool,lines,3,,,,,,,",
            "grade,A,,,,1,,,,",
            "grade,B,,,,0.9,,,,",
            "pool,paid,,,,,,,8799.98,INR",
            "pool,carry-out,,,,,,,0.02,INR",
            "late-pool,pool,0198b7a2-0000-7000-8000-000000000009,,,,,,,",
            "late-pool,period,2026-W47,,,,,,,",
            "late-pool,receipts,,,,,,,2000.00,INR",
            "late-pool,margin,,,,,,1000,200.00,INR",
            "late-cost,costs,,,,,,,300.00,INR",
            "late-pool,carry-in,,,,,,,0.07,INR",
            "late-pool,net,,,,,,,1500.07,INR",
            "late-pool,equivalents,,,,,200,,,",
            "late-pool,lines,2,,,,,,,",
            "late-grade,A,,,,1,,,,",
            "late-pool,paid,,,,,,,1500.06,INR",
            "late-pool,carry-out,,,,,,,0.01,INR",
            "digest,sha-256,DIGEST,,,,,,,",
            "producer,member,0198b7a2-0000-7000-8000-000000000003,,,,,,,",
            "producer,name,Anand Metal Works,,,,,,,",
            "line,A,,400,C62,1,400,,3628.86,INR",
            "line,B,,300,C62,0.9,270,,2449.48,INR",
            "originator-share,B,0198b7a2-0000-7000-8000-000000000004,100,C62,,90,300,-24.49,INR",
            "result,borne-for-recalled-goods,,,,,,,0.00,INR",
            "result,earned,,,,,,,6053.85,INR",
            "result,paid-before,,,,,,,0.00,INR",
            "result,gross,,,,,,,6053.85,INR",
            "result,charged,,,,,,,0.00,INR",
            "late-producer,pool,0198b7a2-0000-7000-8000-000000000009,,,,,,,",
            "late-line,A,,100,C62,1,100,,750.03,INR",
            "late-result,borne-for-recalled-goods,,,,,,,0.00,INR",
            "late-result,earned,,,,,,,750.03,INR",
            "late-result,paid-before,,,,,,,750.03,INR",
            "late-result,gross,,,,,,,0.00,INR",
            "late-result,charged,,,,,,,0.00,INR",
            "result,gross-of-closed-pools,,,,,,,0.00,INR",
            "result,charged-of-closed-pools,,,,,,,0.00,INR",
            "advance,0198b7a2-0000-7000-8000-000000000005,0198b7a2-0000-7000-8000-000000000006,,,,,,40.00,INR",
            "advance,0198b7a2-0000-7000-8000-000000000007,0198b7a2-0000-7000-8000-000000000008,,,,,,13.85,INR",
            "result,advances-due,,,,,,,53.85,INR",
            "result,advances,,,,,,,53.85,INR",
            "result,advances-left,,,,,,,0.00,INR",
            "result,payable,,,,,,,6000.00,INR");

    @Test
    void a_row_that_no_statement_has_is_found() throws IOException {
        List<String> rows = new ArrayList<>(ROWS);
        rows.add("result,bonus,,,,,,,500000.00,INR");
        rows.add("line-extra,A,,1,C62,1,1,,9.07,INR");

        assertThat(verify(rows).faults())
                .containsExactly(
                        "line " + (ROWS.size() + 2) + " (result bonus): no payout statement has such a row.",
                        "line " + (ROWS.size() + 3) + " (line-extra A): no payout statement has such a row.");
    }

    @Test
    void a_statement_that_follows_from_its_pool_has_no_fault() throws IOException {
        PayoutStatementVerifier.Result result = verify(ROWS);

        assertThat(result.faults()).isEmpty();
        assertThat(result.payable()).isEqualTo(600_000);
        assertThat(result.prices())
                .containsEntry("A", new BigDecimal("9.07216495"))
                .containsEntry("B", new BigDecimal("8.16494845"));
        assertThat(result.entry())
                .isEqualTo("0198b7a2-0000-7000-8000-000000000001:0198b7a2-0000-7000-8000-000000000003");
    }

    @Test
    void a_negative_pool_pays_nothing_and_a_supplement_pays_what_was_not_paid_before() throws IOException {
        List<String> negative = changed(
                "10000.00",
                "700.00",
                "500.00",
                "35.00",
                "8800.00",
                "-35.00",
                "8799.98",
                "0.00",
                "0.02",
                "-35.00",
                "3628.86",
                "0.00",
                "2449.48",
                "0.00",
                "-24.49",
                "0.00",
                "6053.85",
                "0.00",
                "advances,,,,,,,53.85",
                "advances,,,,,,,0.00",
                "advances-left,,,,,,,0.00",
                "advances-left,,,,,,,53.85",
                "6000.00",
                "0.00");
        assertThat(verify(negative).faults()).isEmpty();

        List<String> supplement = changed(
                "pool,number,1",
                "pool,number,2",
                "paid-before,,,,,,,0.00",
                "paid-before,,,,,,,6000.00",
                "gross,,,,,,,6053.85",
                "gross,,,,,,,53.85",
                "payable,,,,,,,6000.00",
                "payable,,,,,,,0.00");
        assertThat(verify(supplement).faults()).isEmpty();
    }

    @Test
    void a_payout_that_does_not_cover_its_advances_deducts_all_of_itself_and_leaves_the_rest() throws IOException {
        List<String> larger = changed(
                "40.00,INR",
                "9040.00,INR",
                "advances-due,,,,,,,53.85",
                "advances-due,,,,,,,9053.85",
                "advances,,,,,,,53.85",
                "advances,,,,,,,6053.85",
                "advances-left,,,,,,,0.00",
                "advances-left,,,,,,,3000.00",
                "payable,,,,,,,6000.00",
                "payable,,,,,,,0.00");

        assertThat(verify(larger).faults()).isEmpty();
        assertThat(verify(changed("13.85,INR", "13.84,INR")).faults())
                .contains("The advances do not add up to what is due.");
    }

    @Test
    void what_came_late_of_a_closed_pool_follows_from_the_figures_of_that_pool() throws IOException {
        List<String> more = withLateMoney();

        assertThat(verify(more).faults()).isEmpty();
        assertThat(verify(more).payable()).isEqualTo(610_000);
        assertThat(verify(more).digest()).isEqualTo(verify(ROWS).digest());
        assertThat(verify(changed("gross-of-closed-pools,,,,,,,0.00", "gross-of-closed-pools,,,,,,,0.01"))
                        .faults())
                .contains("The parts of closed pools do not add up to what is paid of them.");
        assertThatThrownBy(() -> verify(changed("late-producer,pool", "producer,other")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("belongs to no closed pool");
    }

    @Test
    void the_books_show_an_advance_that_was_changed_together_with_its_sums() throws IOException {
        JsonNode entry = new ObjectMapper().readTree("""
                {"entry": 7, "header": {"reference": {"text": "sha-256 %s"}},
                 "lines": [{"account": 2100, "amount": 605385}, {"account": 1300, "amount": -5385},
                           {"account": 2200, "amount": -600000}]}
                """.formatted(digest(ROWS)));
        BookedStatements books =
                new BookedStatements(List.of(), Map.of(verify(ROWS).entry(), entry));
        PayoutStatementVerifier.Result other = verify(changed(
                "13.85,INR",
                "14.85,INR",
                "advances-due,,,,,,,53.85",
                "advances-due,,,,,,,54.85",
                "advances,,,,,,,53.85",
                "advances,,,,,,,54.85",
                "payable,,,,,,,6000.00",
                "payable,,,,,,,5999.00"));

        assertThat(books.faults(verify(ROWS))).isEmpty();
        assertThat(other.faults()).isEmpty();
        assertThat(books.faults(other))
                .containsExactly("Entry 7 owes another amount.", "Entry 7 deducts other advances.");
    }

    /** Every number of the file, made larger by one of its last digit, is either refused or found to be wrong. */
    @Test
    void no_number_can_be_changed() throws IOException {
        List<String> all = withLateMoney();
        int tried = 0;
        for (int row = 0; row < all.size(); row++) {
            String[] cells = all.get(row).split(",", -1);
            for (int cell = 3; cell < cells.length - 1; cell++) {
                if (cells[cell].matches("-?[0-9.]+")) {
                    BigDecimal number = new BigDecimal(cells[cell]);
                    String[] other = cells.clone();
                    other[cell] = number.add(number.ulp()).toPlainString();
                    List<String> rows = new ArrayList<>(all);
                    rows.set(row, String.join(",", other));
                    assertThat(faultsWithTheDigestOf(all, rows))
                            .as(all.get(row) + " cell " + cell)
                            .isNotEmpty();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(25);
    }

    @Test
    void a_pool_with_other_figures_has_another_digest() throws IOException {
        List<String> other = changed("Freight", "Packing");

        assertThat(faultsWithTheDigestOf(ROWS, other))
                .containsExactly("The figures of the pool do not have their digest.");
    }

    @Test
    void what_is_no_statement_is_refused() {
        assertThatThrownBy(() -> PayoutStatementVerifier.verify(new StringReader("a,b\n1,2\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> verify(changed("pool,net,,,,,,,8800.00,INR", "pool,other,,,,,,,8800.00,INR")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pool,net");
        assertThatThrownBy(() -> verify(changed("line,A,,400", "line,A,,=400")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("quantity is no number");
        assertThatThrownBy(() -> verify(changed("8800.00,INR", "8800.00,XXY")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("currency");
    }

    /** 100.00 of what the closed pool owes the producer came late. */
    static List<String> withLateMoney() {
        return changed(
                "late-result,paid-before,,,,,,,750.03",
                "late-result,paid-before,,,,,,,650.03",
                "late-result,gross,,,,,,,0.00",
                "late-result,gross,,,,,,,100.00",
                "gross-of-closed-pools,,,,,,,0.00",
                "gross-of-closed-pools,,,,,,,100.00",
                "6000.00",
                "6100.00");
    }

    private static List<String> changed(String... pairs) {
        List<String> rows = new ArrayList<>();
        for (String row : ROWS) {
            String changed = row;
            for (int i = 0; i < pairs.length; i += 2) {
                if (changed.contains(pairs[i])) {
                    changed = changed.replace(pairs[i], pairs[i + 1]);
                    break;
                }
            }
            rows.add(changed);
        }
        return rows;
    }

    private static PayoutStatementVerifier.Result verify(List<String> rows) throws IOException {
        return PayoutStatementVerifier.verify(file(rows, digest(rows)));
    }

    static List<String> faultsWithTheDigestOf(List<String> original, List<String> rows) throws IOException {
        return PayoutStatementVerifier.verify(file(rows, digest(original))).faults();
    }

    private static String digest(List<String> rows) throws IOException {
        return StatementRows.read(file(rows, DIGEST)).digest();
    }

    private static StringReader file(List<String> rows, String digest) {
        return new StringReader(("section,name,text,quantity,unit,factor,equivalents,basis_points,amount,currency\r\n"
                        + String.join("\r\n", rows))
                .replace("DIGEST", digest));
    }
}
