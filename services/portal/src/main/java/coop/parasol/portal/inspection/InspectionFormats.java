package coop.parasol.portal.inspection;

import coop.parasol.firm.rules.UnitWords;
import coop.parasol.portal.inspection.InspectionClient.Characteristic;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.RejectionReason;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How characteristics and the states of batches are written on pages about quality. */
@TemplateExtension
final class InspectionFormats {

    private InspectionFormats() {}

    /** What a measured value keeps to: 218 to 222 cm. */
    static String limits(Characteristic characteristic) {
        String unit = characteristic.unit() == null ? "" : unitName(characteristic.unit());
        String lower =
                characteristic.lower() == null ? "" : characteristic.lower().toPlainString();
        String upper =
                characteristic.upper() == null ? "" : characteristic.upper().toPlainString();
        String range = lower.isEmpty() ? "≤ " + upper : upper.isEmpty() ? "≥ " + lower : lower + "–" + upper;
        return unit.isEmpty() ? range : range + " " + unit;
    }

    /** A unit of UN/CEFACT Recommendation 20 as people know it; pieces have none. */
    static String unitName(String code) {
        return UnitWords.arePieces(code) ? "" : Formats.unit(code);
    }

    /** Whether a file is a PNG, a JPEG or a PDF. */
    static String kind(InspectionClient.Attachment file) {
        return file.mediaType().substring(file.mediaType().indexOf('/') + 1).toUpperCase(Locale.ROOT);
    }

    /** The name of the form's field for how many defectives of a class were found. */
    static String countField(InspectionClient.Plan plan) {
        return "defectives." + plan.defectClass();
    }

    /** Why a batch is in its state, in the reader's language where quality has decided it. */
    static @Nullable String reasonText(InspectionClient.Batch batch) {
        return RejectionReason.of(batch.reason(), batch.why());
    }

    /** How far a unit is, in words. */
    static String label(SampleSheet.Progress progress) {
        return switch (progress) {
            case UNTOUCHED -> Words.of(UnitMessages.class).notLookedAt();
            case INCOMPLETE -> Words.of(UnitMessages.class).aValueIsMissing();
            case GOOD -> Words.of(UnitMessages.class).good();
            case NONCONFORMING -> Words.of(UnitMessages.class).withADefect();
        };
    }

    /** Which look a unit has. */
    static String look(SampleSheet.Progress progress) {
        return switch (progress) {
            case UNTOUCHED -> "";
            case INCOMPLETE -> "waiting";
            case GOOD -> "good";
            case NONCONFORMING -> "bad";
        };
    }

    /** Texts with commas between them. */
    static String joined(List<String> texts) {
        return Formats.listed(texts);
    }

    /** A text as a part of an address. */
    static String inUrl(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Which look the state of a batch or certificate has. */
    static String look(String state) {
        return switch (state) {
            case "CERTIFIED", "APPROVED", "EFFECTIVE", "ACCEPTED", "PUBLISHED", "DISMISSED" -> "good";
            case "REJECTED", "SCRAPPED", "RECALLED", "SUSPENDED", "INEFFECTIVE", "REFUSED", "DISCONTINUED", "UPHELD" ->
                "bad";
            case "SAMPLED",
                    "REWORKED",
                    "HELD",
                    "REPORTED",
                    "WAITING_FOR_STANDARD",
                    "OPEN",
                    "PROPOSED",
                    "ANNOUNCED",
                    "PROVEN" -> "waiting";
            default -> "";
        };
    }
}
