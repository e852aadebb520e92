package coop.parasol.portal.page;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a lot is in its state, in the reader's language where its sampling plans say it. */
public final class RejectionReason {

    private static final Messages WORDS = Words.of(Messages.class);

    private RejectionReason() {}

    /** How many units of a lot are inspected for one class of defects, and how many defectives reject it. */
    public interface Plan {

        String defectClass();

        /** Acceptable quality limit, per cent. */
        BigDecimal aql();

        int sampleSize();

        int rejection();
    }

    /**
     * Why a lot is in its state.
     *
     * @param inspectionNumber 2 once it was reworked or comes from sorting
     * @param plans of the lot; null before its sample is drawn
     * @param found defectives by class of defect; null before it is inspected
     * @param reason quality's own words, in which the decision of a desk or of the producer is said too
     */
    public static @Nullable String of(
            String state,
            int inspectionNumber,
            @Nullable List<? extends Plan> plans,
            @Nullable Map<String, Integer> found,
            @Nullable String reason) {
        List<RejectedClass> classes = plans == null || found == null ? List.of() : rejectedBy(plans, found);
        return of(state, inspectionNumber, classes, reason);
    }

    /** The same where it is known which classes reject the lot. */
    static @Nullable String of(
            String state, int inspectionNumber, List<RejectedClass> classes, @Nullable String reason) {
        boolean byPlans = switch (state) {
            case "REJECTED", "REWORKED" -> true;
            case "SCRAPPED" -> inspectionNumber > 1;
            default -> false;
        };
        return reason == null || !byPlans || classes.isEmpty() ? reason : sentences(classes);
    }

    private static List<RejectedClass> rejectedBy(List<? extends Plan> plans, Map<String, Integer> found) {
        return plans.stream()
                .flatMap(plan -> rejectedBy(plan, found.get(plan.defectClass())).stream())
                .toList();
    }

    /** What a plan says of what was found; none where it accepts the lot. */
    static List<RejectedClass> rejectedBy(Plan plan, @Nullable Integer found) {
        return found == null || found < plan.rejection()
                ? List.of()
                : List.of(new RejectedClass(
                        DefectClass.valueOf(plan.defectClass()),
                        found,
                        plan.sampleSize(),
                        plan.rejection() - 1,
                        RejectedClass.countsDefects(plan.aql())));
    }

    /** A sentence for each class. */
    public static String sentences(List<RejectedClass> classes) {
        return classes.stream().map(RejectionReason::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(RejectedClass one) {
        String name = Formats.words(one.defectClass());
        return one.countsDefects()
                ? WORDS.rejectedByDefects(name, one.found(), one.sampleSize(), one.accepted())
                : WORDS.rejectedByUnits(name, one.found(), one.sampleSize(), one.accepted());
    }
}
