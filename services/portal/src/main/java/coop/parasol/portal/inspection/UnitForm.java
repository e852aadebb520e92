package coop.parasol.portal.inspection;

import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.inspection.InspectionClient.Characteristic;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some units of a sample as a form. Whoever ticks nothing and types nothing at a unit has not looked at it; a button says that
 * all units of the page that were left so are good.
 */
record UnitForm(SampleSheet sheet, int page, int pages, List<Row> rows) {

    static final int UNITS_A_PAGE = 20;
    private static final int MAX_DEFECTS = 1000;
    private static final String TICKED = "1";

    /**
     * A unit.
     *
     * @param looked the name of the box that says that it was looked at
     */
    record Row(long unit, String looked, boolean ticked, SampleSheet.Progress progress, List<Entry> entries) {

        /** Whether a box says that it was looked at; a measured value says so by itself. */
        public boolean isLookable() {
            return entries.stream().noneMatch(entry -> entry.characteristic().isMeasured());
        }
    }

    /**
     * What is looked at in a unit.
     *
     * @param field its name in the form
     * @param ticks whether a box is ticked where it fails, and no number is typed
     * @param value what is typed or ticked; empty if nothing
     * @param outside whether the value is beyond a limit of the standard
     */
    record Entry(String field, Characteristic characteristic, boolean ticks, String value, boolean outside) {}

    /** @param fromSheet whether the form shows what is saved, or what was typed */
    static UnitForm of(SampleSheet sheet, int page, FormFields form, boolean fromSheet) {
        List<Long> units = sheet.units();
        int pages = Math.max(1, (units.size() + UNITS_A_PAGE - 1) / UNITS_A_PAGE);
        int shown = Math.clamp(page, 1, pages);
        List<Row> rows = units.stream()
                .skip((long) (shown - 1) * UNITS_A_PAGE)
                .limit(UNITS_A_PAGE)
                .map(unit -> row(sheet, unit, form, fromSheet))
                .toList();
        return new UnitForm(sheet, shown, pages, rows);
    }

    private static Row row(SampleSheet sheet, long unit, FormFields form, boolean fromSheet) {
        UnitResult result = sheet.results().get(unit);
        List<Entry> entries = new ArrayList<>();
        List<Characteristic> all = sheet.standard().characteristics();
        for (Characteristic each : sheet.characteristics(unit)) {
            String field = "u" + unit + "." + all.indexOf(each);
            String value = fromSheet ? saved(each, result) : form.text(field);
            BigDecimal number = each.isMeasured() ? TypedNumber.of(value) : null;
            boolean ticks = !each.isMeasured() && !sheet.countsDefects(each.defectClass());
            entries.add(new Entry(field, each, ticks, value, SampleSheet.isOutside(each, number)));
        }
        String looked = "u" + unit + ".looked";
        boolean ticked = fromSheet ? result != null : form.has(looked, TICKED);
        return new Row(unit, looked, ticked, sheet.progress(unit), entries);
    }

    private static String saved(Characteristic characteristic, @Nullable UnitResult result) {
        if (result == null) {
            return "";
        }
        if (characteristic.isMeasured()) {
            BigDecimal value = result.measurements().get(characteristic.name());
            return value == null ? "" : value.toPlainString();
        }
        Integer count = result.defects().get(characteristic.name());
        return count == null ? "" : count.toString();
    }

    /** Whether there are units that are good without anything typed. */
    public boolean isLookable() {
        return rows.stream().anyMatch(Row::isLookable);
    }

    /** All results of the sample with those of this page as they were typed; what is no number is refused. */
    List<UnitResult> results(FormFields form) {
        Map<Long, UnitResult> results = new TreeMap<>(sheet.results());
        boolean rest = form.has("rest", TICKED);
        for (Row row : rows) {
            Map<String, BigDecimal> measurements = new HashMap<>();
            Map<String, Integer> defects = new HashMap<>();
            for (Entry entry : row.entries()) {
                read(row.unit(), entry, form, measurements, defects);
            }
            boolean looked = (rest && row.isLookable()) || form.has(row.looked(), TICKED);
            if (looked || !measurements.isEmpty() || !defects.isEmpty()) {
                results.put(row.unit(), new UnitResult(row.unit(), measurements, defects));
            } else {
                results.remove(row.unit());
            }
        }
        return List.copyOf(results.values());
    }

    private static void read(
            long unit,
            Entry entry,
            FormFields form,
            Map<String, BigDecimal> measurements,
            Map<String, Integer> defects) {
        String typed = form.text(entry.field());
        if (typed.isEmpty()) {
            return;
        }
        BigDecimal number = TypedNumber.of(typed);
        String name = entry.characteristic().name();
        if (number == null) {
            form.refuse(entry.field(), Words.of(UnitMessages.class).isNoNumberType(unit, name, typed));
        } else if (entry.characteristic().isMeasured()) {
            measurements.put(name, number);
        } else if (number.signum() > 0) {
            int count = number.min(BigDecimal.valueOf(MAX_DEFECTS)).intValue();
            defects.put(name, count);
        }
    }
}
