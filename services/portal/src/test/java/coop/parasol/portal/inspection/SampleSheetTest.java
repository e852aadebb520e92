package coop.parasol.portal.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Quantity;
import coop.parasol.portal.inspection.InspectionClient.Batch;
import coop.parasol.portal.inspection.InspectionClient.Characteristic;
import coop.parasol.portal.inspection.InspectionClient.Plan;
import coop.parasol.portal.inspection.InspectionClient.Standard;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.inspection.SampleSheet.Progress;
import coop.parasol.portal.page.FormFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Units 7, 3 and 9 are drawn in this order; the length is measured at the first two, a leak is sought at all. */
class SampleSheetTest {

    private static final Characteristic LEAK = new Characteristic("no leak", "ATTRIBUTE", "CRITICAL", null, null, null);
    private static final Characteristic LENGTH =
            new Characteristic("length", "VARIABLE", "MAJOR", "CMT", new BigDecimal("218"), new BigDecimal("222"));

    private static SampleSheet sheet(UnitResult... results) {
        Batch batch = new Batch(
                UUID.randomUUID(),
                "TOWEL",
                "L1",
                Quantity.of("50", "C62"),
                "SAMPLED",
                1,
                null,
                1,
                List.of(
                        new Plan("CRITICAL", new BigDecimal("0.65"), "NORMAL", 3, 0, 1),
                        new Plan("MAJOR", BigDecimal.ONE, "NORMAL", 2, 0, 1)),
                3,
                List.of(7L, 3L, 9L),
                null,
                null,
                null,
                null,
                null,
                null);
        Standard standard = new Standard(
                "TOWEL",
                1,
                "Towel",
                "C62",
                List.of(LEAK, LENGTH),
                Map.of("CRITICAL", new BigDecimal("0.65"), "MAJOR", BigDecimal.ONE),
                "II",
                List.of("A"),
                List.of(),
                null,
                1,
                false,
                null);
        return SampleSheet.of(batch, standard, List.of(results));
    }

    private static UnitResult measured(long unit, String length) {
        return new UnitResult(unit, Map.of("length", new BigDecimal(length)), Map.of());
    }

    @Test
    void asks_the_units_of_a_smaller_sample_only_for_their_class() {
        assertThat(sheet().units()).containsExactly(3L, 7L, 9L);
        assertThat(sheet().characteristics(7)).containsExactly(LEAK, LENGTH);
        assertThat(sheet().characteristics(9)).containsExactly(LEAK);
    }

    @Test
    void tells_untouched_from_incomplete_good_and_nonconforming() {
        SampleSheet sheet = sheet(measured(7, "217.9"), new UnitResult(3, Map.of(), Map.of()));
        assertThat(sheet.progress(9)).isEqualTo(Progress.UNTOUCHED);
        assertThat(sheet.progress(3)).isEqualTo(Progress.INCOMPLETE);
        assertThat(sheet.progress(7)).isEqualTo(Progress.NONCONFORMING);
        assertThat(sheet(measured(7, "218")).progress(7)).isEqualTo(Progress.GOOD);
        assertThat(sheet.isComplete()).isFalse();
        assertThat(sheet.open()).containsExactly(3L, 9L);
    }

    @Test
    void is_complete_with_every_unit_and_counts_what_fails() {
        SampleSheet sheet =
                sheet(measured(7, "223"), measured(3, "220"), new UnitResult(9, Map.of(), Map.of("no leak", 1)));
        assertThat(sheet.isComplete()).isTrue();
        assertThat(sheet.counts())
                .containsExactly(new SampleSheet.Count(LEAK, 3, 1), new SampleSheet.Count(LENGTH, 2, 1));
    }

    @Test
    void takes_what_is_typed_and_leaves_units_that_nobody_looked_at_out() {
        SampleSheet sheet = sheet();
        FormFields form = FormFields.empty().with("u7.1", "219,5").with("u9.0", "1");
        assertThat(UnitForm.of(sheet, 1, form, false).results(form))
                .containsExactly(
                        new UnitResult(7, Map.of("length", new BigDecimal("219.5")), Map.of()),
                        new UnitResult(9, Map.of(), Map.of("no leak", 1)));
    }

    @Test
    void calls_the_rest_good_at_one_tap_but_not_where_a_value_is_to_be_measured() {
        SampleSheet sheet = sheet();
        FormFields form = FormFields.empty().with("rest", "1");
        assertThat(UnitForm.of(sheet, 1, form, false).results(form))
                .containsExactly(new UnitResult(9, Map.of(), Map.of()));
    }
}
