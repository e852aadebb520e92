package coop.parasol.quality.sampling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * MIL-STD-105E, tables II-A to II-C. Every cell is compared with a second representation: the diagonals on which a plan of
 * given numbers stands, and the standard's columns, in which a letter without a plan takes a neighbour's.
 */
class MasterTableTest {

    private static final String LETTERS = "ABCDEFGHJKLMNPQR";
    private static final List<Integer> SIZES =
            List.of(2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150);
    private static final List<Integer> REDUCED_SIZES =
            List.of(2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800);
    private static final int E = 4;
    private static final int LAST_OF_LATER_ROWS = 24;

    /**
     * Numbers by diagonal (place of the letter plus place of the AQL), from {@code first} on.
     *
     * @param gap diagonals without a plan after the one that accepts nothing
     */
    private record Diagonals(int first, int gap, List<String> numbers) {
        @org.jspecify.annotations.Nullable String at(int row, int column) {
            int diagonal = row + column;
            int place = diagonal == first ? 0 : diagonal - first - gap;
            boolean inside = diagonal == first || diagonal > first + gap;
            boolean ends = row > E && diagonal > LAST_OF_LATER_ROWS;
            return inside && !ends && place >= 0 && place < numbers.size() ? numbers.get(place) : null;
        }
    }

    private static final Diagonals NORMAL = new Diagonals(
            14, 2, List.of("0/1", "1/2", "2/3", "3/4", "5/6", "7/8", "10/11", "14/15", "21/22", "30/31", "44/45"));
    private static final Diagonals TIGHTENED =
            new Diagonals(15, 2, List.of("0/1", "1/2", "2/3", "3/4", "5/6", "8/9", "12/13", "18/19", "27/28", "41/42"));
    private static final Diagonals REDUCED = new Diagonals(
            14, 2, List.of("0/1", "0/2", "1/3", "1/4", "2/5", "3/6", "5/8", "7/10", "10/13", "14/17", "21/24"));

    @Test
    void every_cell_of_table_II_A_normal() {
        assertTable(Severity.NORMAL, SIZES, (row, column) -> NORMAL.at(row, column), 16);
    }

    @Test
    void every_cell_of_table_II_B_tightened() {
        assertTable(
                Severity.TIGHTENED,
                SIZES,
                // letter A stands on no diagonal of nothing accepted, and the one plan of letter S is at 0.025
                (row, column) ->
                        (row == 0 && column == 15) || (row == 16 && column != 2) ? null : TIGHTENED.at(row, column),
                17);
    }

    /** The smallest samples, A and B, have the numbers of the next larger ones, with a smaller gap. */
    @Test
    void every_cell_of_table_II_C_reduced() {
        Map<String, String> small = new HashMap<>();
        List<String> a = List.of("1/2", "2/3", "3/4", "5/6", "7/8", "10/11", "14/15", "21/22", "30/31");
        for (int i = 0; i < a.size(); i++) {
            small.put("0 " + (17 + i), a.get(i));
        }
        List<String> b = List.of("0/2", "1/3", "2/4", "3/5", "5/6", "7/8", "10/11", "14/15", "21/22", "30/31");
        for (int i = 0; i < b.size(); i++) {
            small.put("1 " + (16 + i), b.get(i));
        }
        assertTable(
                Severity.REDUCED,
                REDUCED_SIZES,
                (row, column) -> row < 2 && column > 14 ? small.get(row + " " + column) : REDUCED.at(row, column),
                16);
    }

    /** Cells as they are printed, by lookup of letter and AQL: letter, AQL, sample size, acceptance, rejection. */
    @Test
    void cells_are_as_published() {
        assertCells(Severity.NORMAL, """
                A 6.5 2 0 1|A 1000 2 30 31|B 1000 3 44 45|E 250 13 44 45|F 65 20 21 22|G 0.40 32 0 1|H 4.0 50 5 6
                J 10 80 14 15|K 0.65 125 2 3|L 1.5 200 7 8|M 0.10 500 1 2|N 2.5 500 21 22|P 0.15 800 3 4
                Q 0.010 1250 0 1|R 0.65 2000 21 22|R 0.025 2000 1 2|D 1.0 13 0 1|D 2.5 5 0 1|D 4.0 13 1 2
                F 100 13 21 22|C 1000 3 44 45|A 0.010 1250 0 1|R 0.010 1250 0 1|A 10 5 1 2|A 15 3 1 2
                """);
        assertCells(Severity.TIGHTENED, """
                A 6.5 3 0 1|A 10 8 1 2|A 40 2 1 2|B 6.5 3 0 1|B 10 8 1 2|B 15 5 1 2|C 4.0 5 0 1|C 6.5 13 1 2
                D 2.5 8 0 1|D 10 8 1 2|E 400 8 41 42|E 250 13 41 42|F 65 20 18 19|F 4.0 20 1 2|G 2.5 32 1 2
                H 1.5 50 1 2|H 2.5 50 2 3|J 1.0 80 1 2|J 2.5 80 3 4|J 0.65 125 1 2|K 1.0 125 2 3|K 4.0 125 8 9
                L 0.10 200 0 1|L 1.5 200 5 6|M 0.65 315 3 4|N 1.0 500 8 9|P 0.025 800 0 1|Q 0.015 1250 0 1
                Q 0.025 3150 1 2|R 0.010 2000 0 1|R 0.015 1250 0 1|R 0.025 3150 1 2|R 0.040 2000 1 2|R 0.65 2000 18 19
                """);
        assertCells(Severity.REDUCED, """
                A 6.5 2 0 1|A 10 2 0 2|A 15 2 0 2|A 25 2 1 2|A 40 2 2 3|B 4.0 2 0 1|B 15 2 0 2|B 25 2 1 3|B 40 2 2 4
                B 65 2 3 5|B 100 2 5 6|C 10 2 0 2|C 25 2 1 4|C 650 2 21 24|C 1000 2 30 31|D 1.5 3 0 1|D 6.5 3 0 2
                D 400 3 21 24|E 4.0 5 0 2|E 10 5 1 4|F 2.5 8 0 2|F 65 8 10 13|F 100 5 10 13|G 1.5 13 0 2|H 1.0 20 0 2
                J 0.65 32 0 2|J 1.0 32 1 3|J 2.5 32 2 5|K 0.65 50 1 3|L 1.0 80 2 5|M 0.065 80 0 1|N 1.0 200 5 8
                P 0.40 315 3 6|Q 0.010 500 0 1|Q 0.040 500 0 2|R 0.010 500 0 1|R 0.025 800 0 2|R 0.65 800 10 13
                """);
    }

    /** n x AQL belongs to the acceptance number: the same defects may be expected wherever the same number is accepted. */
    @Test
    void sample_times_AQL_is_regular_for_every_acceptance_number() {
        for (Severity severity : Severity.values()) {
            Map<String, List<Double>> products = new HashMap<>();
            for (int row = severity == Severity.REDUCED ? 3 : 0; row < LETTERS.length(); row++) {
                for (BigDecimal aql : Aql.ALL) {
                    MasterTable.Cell cell = MasterTable.of(severity).plan(LETTERS.charAt(row), aql);
                    if (cell.letter() == LETTERS.charAt(row)) {
                        products.computeIfAbsent(cell.acceptance() + "/" + cell.rejection(), any -> new ArrayList<>())
                                .add(cell.sampleSize() * aql.doubleValue());
                    }
                }
            }

            products.forEach((numbers, found) -> {
                double mean = found.stream().mapToDouble(x -> x).average().orElseThrow();
                assertThat(found)
                        .as(severity + " " + numbers + " " + found)
                        .allMatch(x -> Math.abs(x / mean - 1) < 0.11);
            });
        }
    }

    private interface Plans {
        @org.jspecify.annotations.Nullable String at(int row, int column);
    }

    /** A letter without a plan takes the next one down the column; where nothing follows, or the plan above is nearer the rule, the one before. */
    private static void assertTable(Severity severity, List<Integer> sizes, Plans plans, int rows) {
        for (int column = 0; column < Aql.ALL.size(); column++) {
            for (int row = 0; row < LETTERS.length(); row++) {
                int used = used(severity, plans, rows, row, column);
                MasterTable.Cell cell = MasterTable.of(severity).plan(LETTERS.charAt(row), Aql.ALL.get(column));

                assertThat(cell.sampleSize() + " " + cell.acceptance() + "/" + cell.rejection())
                        .as("%s %s %s", severity, LETTERS.charAt(row), Aql.ALL.get(column))
                        .isEqualTo(sizes.get(used) + " " + plans.at(used, column));
            }
        }
    }

    private static int used(Severity severity, Plans plans, int rows, int row, int column) {
        if (plans.at(row, column) != null) {
            return row;
        }
        boolean afterNothingAccepted =
                row > 0 && Objects.equals(plans.at(row - 1, column), "0/1") && severity != Severity.TIGHTENED;
        for (int down = row; down < rows && !afterNothingAccepted; down++) {
            if (plans.at(down, column) != null) {
                return down;
            }
        }
        for (int up = row; up >= 0; up--) {
            if (plans.at(up, column) != null) {
                return up;
            }
        }
        throw new AssertionError("no plan in column " + column);
    }

    private static void assertCells(Severity severity, String cells) {
        for (String cell : cells.strip().split("[|\n]")) {
            String[] parts = cell.strip().split(" ");
            MasterTable.Cell found = MasterTable.of(severity).plan(parts[0].charAt(0), new BigDecimal(parts[1]));

            assertThat("%d %d %d".formatted(found.sampleSize(), found.acceptance(), found.rejection()))
                    .as(severity + " " + cell)
                    .isEqualTo(parts[2] + " " + parts[3] + " " + parts[4]);
        }
    }
}
