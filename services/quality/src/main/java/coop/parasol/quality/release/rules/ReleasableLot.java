package coop.parasol.quality.release.rules;

import coop.parasol.contracts.NonconformityEvent.ReleaseKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection has found in a rejected lot, by which it may be released or not: never with a critical defect, and
 * never in a better grade than its inspection gave. A downgrade (ISO 9000, regrade) is for lots with too many minor
 * defects alone, which hardly lessen their use (MIL-STD-105E 2.4); every other release is a concession.
 *
 * @param grades of the standard, from the best down
 * @param gradeFound the one that the inspection gave
 * @param criticalDefects units with a critical defect, or critical defects
 * @param rejectedClasses defect classes whose plan rejects the lot
 */
public record ReleasableLot(
        List<String> grades, String gradeFound, int criticalDefects, Set<DefectClass> rejectedClasses) {

    /**
     * Why a lot is not released so.
     *
     * @param field of the proposal, absent where no other proposal would do
     */
    public record NotReleasable(@Nullable String field, String code, String detail) {}

    /** Empty if the lot may be released in a grade. */
    public Optional<NotReleasable> refusal(ReleaseKind kind, String grade) {
        if (criticalDefects > 0) {
            return refused(null, "critical-defect", "A lot with a critical defect is never released.");
        }
        if (!grades.contains(grade)) {
            return refused("grade", "unknown-grade", "The standard has the grades " + String.join(", ", grades) + ".");
        }
        int steps = grades.indexOf(grade) - grades.indexOf(gradeFound);
        return switch (kind) {
            case CONCESSION ->
                steps < 0
                        ? refused(
                                "grade",
                                "grade-too-good",
                                "Its inspection gave grade " + gradeFound + "; no better one.")
                        : Optional.empty();
            case DOWNGRADE -> {
                if (!EnumSet.of(DefectClass.MINOR).containsAll(rejectedClasses)) {
                    yield refused(
                            "kind",
                            "not-minor-alone",
                            "Only a lot that is rejected for its minor defects alone is downgraded; this one takes a"
                                    + " concession.");
                }
                yield steps <= 0
                        ? refused(
                                "grade",
                                "grade-not-lower",
                                "Its inspection gave grade " + gradeFound + "; name a lower one.")
                        : Optional.empty();
            }
        };
    }

    private static Optional<NotReleasable> refused(@Nullable String field, String code, String detail) {
        return Optional.of(new NotReleasable(field, code, detail));
    }
}
