package coop.parasol.portal.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One defect class by whose sampling plan a lot is rejected, to be said in the reader's language.
 *
 * @param found nonconforming units of the sample, or defects in them
 * @param sampleSize units inspected for this class
 * @param accepted the largest number with which the lot had been accepted
 * @param countsDefects whether defects are counted, not nonconforming units
 */
public record RejectedClass(String defectClass, int found, int sampleSize, int accepted, boolean countsDefects) {

    /** Above it defects are counted, not nonconforming units (MIL-STD-105E, 4.4). */
    private static final BigDecimal LARGEST_AQL_OF_UNITS = BigDecimal.TEN;

    private static final Messages WORDS = Words.of(Messages.class);

    /**
     * What the plan of a defect class says of what was found; none where it accepts the lot.
     *
     * @param aql acceptable quality limit of the plan, per cent
     * @param rejection the plan's rejection number
     */
    public static List<RejectedClass> of(
            String defectClass, BigDecimal aql, int sampleSize, int rejection, @Nullable Integer found) {
        return found == null || found < rejection
                ? List.of()
                : List.of(new RejectedClass(
                        defectClass, found, sampleSize, rejection - 1, aql.compareTo(LARGEST_AQL_OF_UNITS) > 0));
    }

    /**
     * Why a lot is in its state.
     *
     * @param inspectionNumber 2 once it was reworked or comes from sorting
     * @param reason quality's own words, in which the decision of a desk or of the producer is said too
     */
    public static @Nullable String why(
            String state, int inspectionNumber, List<RejectedClass> classes, @Nullable String reason) {
        boolean byPlans = switch (state) {
            case "REJECTED", "REWORKED" -> true;
            case "SCRAPPED" -> inspectionNumber > 1;
            default -> false;
        };
        return reason == null || !byPlans || classes.isEmpty() ? reason : sentences(classes);
    }

    /** A sentence for each class. */
    public static String sentences(List<RejectedClass> classes) {
        return classes.stream().map(RejectedClass::sentence).collect(Collectors.joining(" "));
    }

    private String sentence() {
        String name = Formats.words(defectClass);
        return countsDefects
                ? WORDS.rejectedByDefects(name, found, sampleSize, accepted)
                : WORDS.rejectedByUnits(name, found, sampleSize, accepted);
    }
}
