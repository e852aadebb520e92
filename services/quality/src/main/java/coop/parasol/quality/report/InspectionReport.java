package coop.parasol.quality.report;

import coop.parasol.quality.certificate.CertificateView;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What a buyer reads of the inspection of a certified lot: by which plan it was inspected, what was measured and found, the
 * limits of its standard, and photos. It names neither the producer nor an auditor.
 *
 * @param inspectedOn the day of the firm on which the inspection was decided
 * @param sample how many units of how many were inspected
 * @param instruments with which variables were measured, as far as the auditors have named them
 * @param photosLeftOut attachments that are not shown: documents, and photos beyond the first ones
 */
@TemplateData
public record InspectionReport(
        CertificateView certificate,
        String inspectedOn,
        String sample,
        List<PlanRow> plans,
        List<CharacteristicRow> characteristics,
        List<ValueRow> values,
        List<InstrumentRow> instruments,
        List<Photo> photos,
        int photosLeftOut) {

    /** A defect class, its plan of MIL-STD-105E, and what was counted in its sample. */
    @TemplateData
    public record PlanRow(
            String defectClass,
            String aql,
            String severity,
            String letter,
            int sampleSize,
            int acceptance,
            int rejection,
            int found) {}

    /**
     * A characteristic with its limits and what was found.
     *
     * @param unit of measurement, in words
     * @param number how many values, of a variable that was measured
     * @param defects units in which an attribute was found, where units were looked at one by one
     */
    @TemplateData
    public record CharacteristicRow(
            String name,
            String defectClass,
            String unit,
            String lower,
            String upper,
            String number,
            String mean,
            String lowest,
            String highest,
            String deviation,
            String defects) {}

    /** The values of one variable, unit by unit: {@code 17: 2.03}; of two auditors {@code 17: 2.03 / 2.04}. */
    @TemplateData
    public record ValueRow(String name, String unit, String values) {}

    /**
     * An instrument with which a variable was measured, and the calibration by which it was valid.
     *
     * @param certificate number of the calibration's certificate
     */
    @TemplateData
    public record InstrumentRow(
            String variable,
            String instrument,
            String serialNumber,
            String measuredOn,
            String calibratedOn,
            String validThrough,
            String certificate) {}

    /**
     * A photo of the inspection.
     *
     * @param image a data URI
     */
    @TemplateData
    public record Photo(String caption, String image) {}
}
