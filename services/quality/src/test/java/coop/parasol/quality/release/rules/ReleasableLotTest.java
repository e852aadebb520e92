package coop.parasol.quality.release.rules;

import static coop.parasol.contracts.NonconformityEvent.ReleaseKind.CONCESSION;
import static coop.parasol.contracts.NonconformityEvent.ReleaseKind.DOWNGRADE;
import static coop.parasol.contracts.QualityEvent.DefectClass.CRITICAL;
import static coop.parasol.contracts.QualityEvent.DefectClass.MAJOR;
import static coop.parasol.contracts.QualityEvent.DefectClass.MINOR;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rejected lot may be downgraded, or released under a concession, but never with a critical defect. */
class ReleasableLotTest {

    @Test
    void a_lot_with_a_critical_defect_is_never_released() {
        for (ReleaseKind kind : ReleaseKind.values()) {
            for (String grade : List.of("A", "B", "C", "Z")) {
                assertThat(code(lot("A", 1, CRITICAL), kind, grade)).isEqualTo("critical-defect");
                assertThat(code(lot("A", 1, MINOR), kind, grade)).isEqualTo("critical-defect");
            }
        }
    }

    @Test
    void a_concession_gives_no_better_grade_than_the_inspection() {
        assertThat(code(lot("B", 0, MAJOR), CONCESSION, "A")).isEqualTo("grade-too-good");
        assertThat(code(lot("B", 0, MAJOR), CONCESSION, "B")).isEqualTo("released");
        assertThat(code(lot("B", 0, MAJOR, MINOR), CONCESSION, "C")).isEqualTo("released");
        assertThat(code(lot("B", 0, MAJOR), CONCESSION, "Z")).isEqualTo("unknown-grade");
    }

    @Test
    void a_downgrade_is_for_minor_defects_alone_and_to_a_lower_grade() {
        assertThat(code(lot("B", 0, MINOR), DOWNGRADE, "A")).isEqualTo("grade-not-lower");
        assertThat(code(lot("B", 0, MINOR), DOWNGRADE, "B")).isEqualTo("grade-not-lower");
        assertThat(code(lot("B", 0, MINOR), DOWNGRADE, "C")).isEqualTo("released");
        assertThat(code(lot("C", 0, MINOR), DOWNGRADE, "C")).isEqualTo("grade-not-lower");
        assertThat(code(lot("A", 0, MAJOR), DOWNGRADE, "C")).isEqualTo("not-minor-alone");
        assertThat(code(lot("A", 0, MAJOR, MINOR), DOWNGRADE, "C")).isEqualTo("not-minor-alone");
    }

    private static ReleasableLot lot(String gradeFound, int critical, DefectClass... rejected) {
        return new ReleasableLot(List.of("A", "B", "C"), gradeFound, critical, Set.of(rejected));
    }

    private static String code(ReleasableLot lot, ReleaseKind kind, String grade) {
        return lot.refusal(kind, grade).map(ReleasableLot.NotReleasable::code).orElse("released");
    }
}
