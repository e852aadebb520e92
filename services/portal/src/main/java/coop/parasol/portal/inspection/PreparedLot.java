package coop.parasol.portal.inspection;

import coop.parasol.portal.inspection.InspectionClient.Characteristic;
import coop.parasol.portal.inspection.InspectionClient.Inspection;
import coop.parasol.portal.inspection.InspectionClient.Sheet;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A claimed lot with all that its inspection needs without a line, in the auditor's language. What is looked at in which unit is
 * worked out here, so that a phone needs no rules.
 *
 * @param where place and day by which it is due
 * @param inspectionId of what is begun already, else a new one
 * @param etag of what is saved already; absent if nothing is
 * @param grades to choose from; none where the grade follows from the standard's rules
 * @param results of units that are recorded already
 */
record PreparedLot(
        UUID batchId,
        String title,
        String where,
        UUID inspectionId,
        @Nullable String etag,
        List<Looked> characteristics,
        List<Unit> units,
        List<String> grades,
        List<UnitResult> results,
        @Nullable String grade,
        @Nullable String remarks,
        Map<String, UUID> instruments,
        @Nullable String measuredOn) {

    /**
     * A characteristic as it is asked for.
     *
     * @param counted whether defects are counted, and not only ticked
     */
    record Looked(
            String name,
            String label,
            boolean measured,
            boolean counted,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    /**
     * A unit to take out.
     *
     * @param entries what is looked at in it, by position among the characteristics
     * @param required what of it has to be measured
     */
    record Unit(long unit, String label, List<Integer> entries, List<Integer> required) {}

    /** Whether it still waits for the auditor, and unit by unit: totals are entered where there is a line. */
    static boolean canBePrepared(Sheet at) {
        return at.batch().isAwaiting()
                && (at.own() == null || !at.own().isSubmitted())
                && SampleSheet.of(at.batch(), at.standard(), null).isByUnit();
    }

    static PreparedLot of(Sheet at) {
        Inspection own = at.own();
        SampleSheet sheet = SampleSheet.of(at.batch(), at.standard(), own == null ? null : own.results());
        return new PreparedLot(
                at.batch().batchId(),
                Formats.listed(List.of(
                        at.batch().lot(),
                        at.batch().product(),
                        Formats.text(at.batch().quantity()))),
                Formats.listed(Stream.of(at.place(), at.due() == null ? null : Formats.text(at.due()))
                        .filter(each -> each != null)
                        .toList()),
                own == null ? UUID.randomUUID() : own.inspectionId(),
                own == null ? null : own.etag(),
                at.standard().characteristics().stream()
                        .map(each -> looked(sheet, each))
                        .toList(),
                sheet.units().stream().map(unit -> unit(sheet, unit)).toList(),
                at.standard().gradeRules().isEmpty() ? at.standard().grades() : List.of(),
                List.copyOf(sheet.results().values()),
                own == null ? null : own.grade(),
                own == null ? null : own.remarks(),
                own == null || own.instruments() == null ? Map.of() : own.instruments(),
                own == null || own.measuredOn() == null
                        ? null
                        : own.measuredOn().toString());
    }

    private static Looked looked(SampleSheet sheet, Characteristic each) {
        String defectClass = Formats.words(each.defectClass());
        UnitMessages words = Words.of(UnitMessages.class);
        boolean counted = !each.isMeasured() && sheet.countsDefects(each.defectClass());
        String label = each.isMeasured()
                ? each.name() + " (" + InspectionFormats.limits(each) + ", " + defectClass + ")"
                : (counted ? each.name() + " – " + words.howMany() : words.fails(each.name())) + " (" + defectClass
                        + ")";
        return new Looked(each.name(), label, each.isMeasured(), counted, each.lower(), each.upper());
    }

    private static Unit unit(SampleSheet sheet, long unit) {
        List<Characteristic> all = sheet.standard().characteristics();
        List<Integer> entries = new ArrayList<>();
        List<Integer> required = new ArrayList<>();
        for (Characteristic each : sheet.characteristics(unit)) {
            entries.add(all.indexOf(each));
            if (sheet.isRequired(unit, each)) {
                required.add(all.indexOf(each));
            }
        }
        return new Unit(unit, Words.of(UnitMessages.class).unit(unit), entries, required);
    }
}
