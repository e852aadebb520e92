package coop.parasol.portal.quality;

import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What templates of the quality desk need besides what their pages give them. */
@TemplateExtension
final class DeskFormats {

    private static final Set<String> OF_ONE_PAGE = Set.of("csrf-token", "form-of");

    private DeskFormats() {}

    /** All values of a form but what every page has anew, one by one. */
    static List<Map.Entry<String, String>> sentAgain(FormFields form) {
        return form.values().entrySet().stream()
                .filter(each -> !OF_ONE_PAGE.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList();
    }

    /** The states of batches, for a choice. */
    static List<String> batchStates(FormFields form) {
        return List.of(
                "REPORTED",
                "WAITING_FOR_STANDARD",
                "HELD",
                "SAMPLED",
                "REWORKED",
                "REJECTED",
                "CERTIFIED",
                "SUSPENDED",
                "RECALLED",
                "EXPIRED",
                "SCRAPPED",
                "WITHDRAWN");
    }

    /** The states of certificates, for a choice. */
    static List<String> certificateStates(FormFields form) {
        return List.of("CERTIFIED", "SUSPENDED", "RECALLED", "EXPIRED", "TAKEN_BACK");
    }

    /** The states of corrective actions, for a choice. */
    static List<String> correctiveActionStates(FormFields form) {
        return List.of("REQUESTED", "ANNOUNCED", "ACCEPTED", "REFUSED", "PROVEN", "EFFECTIVE", "INEFFECTIVE");
    }

    /** The defect classes, the worst first. */
    static List<String> defectClasses(FormFields form) {
        return List.of("CRITICAL", "MAJOR", "MINOR");
    }

    /** The field of a defect class's limit. */
    static String aqlField(String defectClass) {
        return "aql." + defectClass;
    }

    /** The field of a defect class's inspection level. */
    static String levelField(String defectClass) {
        return "inspectionLevels." + defectClass;
    }

    /** Where the next page of a producer's products is. */
    static String producerPath(UUID memberId) {
        return "/quality/producers/" + memberId + "?";
    }

    /** Where the next page of a producer's control charts is. */
    static String chartsPath(UUID memberId) {
        return "/quality/producers/" + memberId + "/charts?";
    }

    /** Where the next page of complaints is. */
    static String complaintsPath(FormFields filter) {
        return "/quality/complaints?state=" + filter.text("state") + "&";
    }

    /** A share as per cent. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** A likelihood as per cent. */
    static String percent(Double share) {
        return percent(BigDecimal.valueOf(share));
    }
}
