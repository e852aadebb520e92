package coop.parasol.quality.sampling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plan of a lot: MIL-STD-105E, table I and what follows from the master tables. */
class SamplingPlanTest {

    @Test
    void plans_of_common_lots_are_as_published() {
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
            assertThat(CodeLetterTable.letter(upTo[i], InspectionLevel.II)).isEqualTo(letters.charAt(i));
            assertThat(CodeLetterTable.letter(upTo[i] + 1, InspectionLevel.II)).isEqualTo(letters.charAt(i + 1));
        }
        assertThat(CodeLetterTable.letter(1, InspectionLevel.II)).isEqualTo('A');
    }

    /** Typed from table I by columns, one per level, where the code has it by rows. */
    @Test
    void every_cell_of_table_I() {
        long[] largest = {
            8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000, 999_999_999_999L
        };
        String[] columns = {
            "AAAABBBBCCCCDDD",
            "AAABBBCCCDDDEEE",
            "AABBCCDDEEFFGGH",
            "AABCCDEEFGGHJJK",
            "AABCCDEFGHJKLMN",
            "ABCDEFGHJKLMNPQ",
            "BCDEFGHJKLMNPQR"
        };
        List<InspectionLevel> levels = List.of(InspectionLevel.values());
        int level = 0;
        for (String column : columns) {
            InspectionLevel of = levels.get(level++);
            for (int i = 0; i < largest.length; i++) {
                assertThat(CodeLetterTable.letter(largest[i], of))
                        .as(of + " " + largest[i])
                        .isEqualTo(column.charAt(i));
            }
        }
    }

    @Test
    void a_plan_looks_at_a_unit_at_least_and_rejects_with_more_than_it_accepts() {
        assertThat(new SamplingPlan(DefectClass.MAJOR, BigDecimal.ONE, 'A', 1, 0, 1, Severity.NORMAL).countsDefects())
                .isFalse();
        assertThatThrownBy(() -> new SamplingPlan(DefectClass.MAJOR, BigDecimal.ONE, 'A', 0, 0, 1, Severity.NORMAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SamplingPlan(DefectClass.MAJOR, BigDecimal.ONE, 'A', 2, 1, 1, Severity.NORMAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void up_to_AQL_10_units_are_counted_and_above_it_defects() {
        assertThat(RejectedClass.countsDefects(new BigDecimal("10"))).isFalse();
        assertThat(RejectedClass.countsDefects(new BigDecimal("15"))).isTrue();
    }

    @Test
    void the_tables_have_no_letters_I_and_O() {
        for (char letter : new char[] {'I', 'O', 'a'}) {
            assertThatThrownBy(() -> MasterTable.of(Severity.NORMAL).plan(letter, BigDecimal.ONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_sample_as_large_as_the_lot_is_the_lot() {
        SamplingPlan plan = plan(DefectClass.MAJOR, "0.010", 300, Severity.NORMAL);

        assertThat(plan.sampleSize()).isEqualTo(300);
        assertThat(plan.acceptance()).isZero();
        for (long lot = 1; lot <= 5000; lot += 7) {
            for (BigDecimal aql : Aql.ALL) {
                for (Severity severity : Severity.values()) {
                    assertThat((long) SamplingPlan.of(DefectClass.MINOR, aql, InspectionLevel.III, lot, severity)
                                    .sampleSize())
                            .isBetween(1L, lot);
                }
            }
        }
    }

    @Test
    void no_critical_defect_is_accepted() {
        for (Severity severity : Severity.values()) {
            SamplingPlan plan = plan(DefectClass.CRITICAL, "2.5", 1000, severity);

            assertThat(plan.acceptance()).isZero();
            assertThat(plan.rejection()).isEqualTo(1);
        }
    }

    @Test
    void tightened_accepts_less_and_reduced_looks_at_less() {
        assertThat(plan(DefectClass.MAJOR, "1.0", 1000, Severity.TIGHTENED))
                .extracting(SamplingPlan::sampleSize, SamplingPlan::acceptance, SamplingPlan::rejection)
                .containsExactly(80, 1, 2);
        assertThat(plan(DefectClass.MAJOR, "1.0", 1000, Severity.REDUCED))
                .extracting(SamplingPlan::sampleSize, SamplingPlan::acceptance, SamplingPlan::rejection)
                .containsExactly(32, 1, 3);
    }

    @Test
    void an_aql_that_the_standard_does_not_have_is_refused() {
        assertThat(Aql.isTabulated(new BigDecimal("2.50"))).isTrue();
        assertThat(Aql.isTabulated(new BigDecimal("3"))).isFalse();
        assertThrows(IllegalArgumentException.class, () -> plan(DefectClass.MAJOR, "3", 10, Severity.NORMAL));
    }

    @Test
    void one_step_tighter_the_same_sample_has_another_acceptance_number() {
        assertThat(plan(DefectClass.MAJOR, "1.0", 1000, Severity.NORMAL).acceptanceOneStepTighter())
                .contains(1);
        assertThat(plan(DefectClass.MAJOR, "2.5", 1000, Severity.NORMAL).acceptanceOneStepTighter())
                .contains(3);
        assertThat(plan(DefectClass.MAJOR, "0.010", 1000, Severity.NORMAL).acceptanceOneStepTighter())
                .isEmpty();
    }

    private static SamplingPlan plan(DefectClass defectClass, String aql, long lot, Severity severity) {
        return SamplingPlan.of(defectClass, new BigDecimal(aql), InspectionLevel.II, lot, severity);
    }

    private static void assertPlan(long lot, String aql, int sampleSize, int acceptance) {
        SamplingPlan plan = plan(DefectClass.MAJOR, aql, lot, Severity.NORMAL);

        assertThat(plan.sampleSize()).isEqualTo(sampleSize);
        assertThat(plan.acceptance()).isEqualTo(acceptance);
        assertThat(plan.rejection()).isEqualTo(acceptance + 1);
    }
}
