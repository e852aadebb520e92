package coop.parasol.quality.sampling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** MIL-STD-105E, normal inspection: published cells, typed here a second time, and what holds between all cells. */
class SamplingPlanTest {

    private static final String LETTERS = "ABCDEFGHJKLMNPQR";
    private static final List<Integer> SIZES =
            List.of(2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000);
    /** Where a diagonal of the master table has a plan: place of the letter plus place of the AQL -> acceptance number. */
    private static final Map<Integer, Integer> DIAGONALS = new TreeMap<>(Map.ofEntries(
            Map.entry(14, 0),
            Map.entry(17, 1),
            Map.entry(18, 2),
            Map.entry(19, 3),
            Map.entry(20, 5),
            Map.entry(21, 7),
            Map.entry(22, 10),
            Map.entry(23, 14),
            Map.entry(24, 21),
            Map.entry(25, 30),
            Map.entry(26, 44)));

    @Test
    void vectors_of_the_rules() {
        assertPlan(1000, "1.0", 80, 2);
        assertPlan(1000, "2.5", 80, 5);
        assertPlan(300, "2.5", 50, 3);
        assertPlan(40, "1.0", 13, 0);
        assertPlan(100, "1.5", 32, 1);
    }

    @Test
    void lot_sizes_of_level_II_have_the_letters_of_table_I() {
        long[] upTo = {8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000};
        String letters = "ABCDEFGHJKLMNPQ";
        for (int i = 0; i < upTo.length; i++) {
            assertThat(CodeLetters.letter(upTo[i], InspectionLevel.II)).isEqualTo(letters.charAt(i));
            assertThat(CodeLetters.letter(upTo[i] + 1, InspectionLevel.II)).isEqualTo(letters.charAt(i + 1));
        }
        assertThat(CodeLetters.letter(1, InspectionLevel.II)).isEqualTo('A');
    }

    @Test
    void other_levels_have_the_letters_of_table_I() {
        assertThat(letters(100)).isEqualTo("BBCDDFG");
        assertThat(letters(1000)).isEqualTo("CCEFGJK");
        assertThat(letters(20_000)).isEqualTo("CDFHKMN");
        assertThat(letters(1_000_000)).isEqualTo("DEHKNQR");
        assertThat(letters(3)).isEqualTo("AAAAAAB");
    }

    @Test
    void cells_of_table_II_A() {
        assertCell('A', "6.5", 2, 0);
        assertCell('A', "1000", 2, 30);
        assertCell('B', "1000", 3, 44);
        assertCell('E', "250", 13, 44);
        assertCell('F', "65", 20, 21);
        assertCell('G', "0.40", 32, 0);
        assertCell('H', "4.0", 50, 5);
        assertCell('J', "10", 80, 14);
        assertCell('K', "0.65", 125, 2);
        assertCell('L', "1.5", 200, 7);
        assertCell('M', "0.10", 500, 1);
        assertCell('N', "2.5", 500, 21);
        assertCell('P', "0.15", 800, 3);
        assertCell('Q', "0.010", 1250, 0);
        assertCell('R', "0.65", 2000, 21);
        assertCell('R', "0.025", 2000, 1);
    }

    @Test
    void following_an_arrow_changes_the_sample_as_well_as_the_acceptance_number() {
        assertCell('D', "1.0", 13, 0);
        assertCell('D', "2.5", 5, 0);
        assertCell('D', "4.0", 13, 1);
        assertCell('F', "100", 13, 21);
        assertCell('C', "1000", 3, 44);
        assertCell('A', "0.010", 1250, 0);
        assertCell('R', "0.010", 1250, 0);
    }

    @Test
    void every_plan_stands_on_its_diagonal() {
        for (int row = 0; row < LETTERS.length(); row++) {
            for (int column = 0; column < NormalPlans.AQLS.size(); column++) {
                NormalPlans.Cell cell = NormalPlans.plan(LETTERS.charAt(row), NormalPlans.AQLS.get(column));
                int used = LETTERS.indexOf(cell.letter());

                assertThat(cell.sampleSize()).isEqualTo(SIZES.get(used));
                assertThat(DIAGONALS).containsEntry(used + column, cell.acceptance());
                if (DIAGONALS.containsKey(row + column) && (row + column <= 24 || row <= 4)) {
                    assertThat(used)
                            .as("no arrow at %s %d", LETTERS.charAt(row), column)
                            .isEqualTo(row);
                }
            }
        }
    }

    @Test
    void a_sample_as_large_as_the_lot_is_the_lot() {
        SamplingPlan plan = SamplingPlan.normal(DefectClass.MAJOR, new BigDecimal("0.010"), InspectionLevel.II, 300);

        assertThat(plan.sampleSize()).isEqualTo(300);
        assertThat(plan.acceptance()).isZero();
        for (long lot = 1; lot <= 5000; lot++) {
            for (BigDecimal aql : NormalPlans.AQLS) {
                assertThat((long) SamplingPlan.normal(DefectClass.MINOR, aql, InspectionLevel.III, lot)
                                .sampleSize())
                        .isBetween(1L, lot);
            }
        }
    }

    @Test
    void no_critical_defect_is_accepted() {
        SamplingPlan plan = SamplingPlan.normal(DefectClass.CRITICAL, new BigDecimal("2.5"), InspectionLevel.II, 1000);

        assertThat(plan.acceptance()).isZero();
        assertThat(plan.rejection()).isEqualTo(1);
        assertThat(plan.sampleSize()).isEqualTo(80);
    }

    @Test
    void an_aql_that_the_standard_does_not_have_is_refused() {
        assertThat(SamplingPlan.isAql(new BigDecimal("2.50"))).isTrue();
        assertThat(SamplingPlan.isAql(new BigDecimal("3"))).isFalse();
        assertThrows(IllegalArgumentException.class, () -> NormalPlans.plan('A', new BigDecimal("3")));
    }

    private static String letters(long lot) {
        StringBuilder letters = new StringBuilder();
        for (InspectionLevel level : InspectionLevel.values()) {
            letters.append(CodeLetters.letter(lot, level));
        }
        return letters.toString();
    }

    private static void assertPlan(long lot, String aql, int sampleSize, int acceptance) {
        SamplingPlan plan = SamplingPlan.normal(DefectClass.MAJOR, new BigDecimal(aql), InspectionLevel.II, lot);

        assertThat(plan.sampleSize()).isEqualTo(sampleSize);
        assertThat(plan.acceptance()).isEqualTo(acceptance);
        assertThat(plan.rejection()).isEqualTo(acceptance + 1);
    }

    private static void assertCell(char letter, String aql, int sampleSize, int acceptance) {
        NormalPlans.Cell cell = NormalPlans.plan(letter, new BigDecimal(aql));

        assertThat(cell.sampleSize()).as(letter + " at " + aql).isEqualTo(sampleSize);
        assertThat(cell.acceptance()).as(letter + " at " + aql).isEqualTo(acceptance);
    }
}
