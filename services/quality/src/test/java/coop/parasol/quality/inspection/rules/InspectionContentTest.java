package coop.parasol.quality.inspection.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A draft, and what is sent with its submission. */
class InspectionContentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final Map<String, UUID> SCALE = Map.of("weight", new UUID(1, 1));
    private static final Map<DefectClass, Integer> ONE_MAJOR = Map.of(DefectClass.MAJOR, 1);
    private static final InspectionContent NOTHING = new InspectionContent(null, null, null, null, null);
    private static final InspectionContent COUNTED =
            new InspectionContent(13, ONE_MAJOR, null, "B", "a crack", SCALE, DAY.minusDays(1));

    @Test
    void what_is_left_out_of_a_submission_was_saved_before() {
        assertThat(COUNTED.completedBy(NOTHING)).isEqualTo(COUNTED);
    }

    @Test
    void what_is_sent_with_a_submission_counts() {
        InspectionContent sent = new InspectionContent(
                13, Map.of(DefectClass.MAJOR, 0), null, "A", "no crack", Map.of("weight", new UUID(1, 2)), DAY);

        assertThat(COUNTED.completedBy(sent)).isEqualTo(sent);
    }

    @Test
    void counts_that_are_sent_take_the_place_of_saved_results_and_the_other_way_round() {
        InspectionContent byUnit =
                new InspectionContent(null, null, List.of(new UnitResult(3, Map.of(), Map.of())), "B", null);

        InspectionContent counted = byUnit.completedBy(new InspectionContent(13, ONE_MAJOR, null, null, null));
        assertThat(counted.results()).isNull();
        assertThat(counted.defectives()).isEqualTo(ONE_MAJOR);
        assertThat(counted.grade()).isEqualTo("B");
        InspectionContent results = COUNTED.completedBy(byUnit);
        assertThat(results.defectives()).isNull();
        assertThat(results.inspected()).as("units that were counted before").isNull();
        assertThat(results.results()).hasSize(1);
    }

    @Test
    void the_number_of_units_inspected_may_be_sent_alone() {
        assertThat(COUNTED.completedBy(new InspectionContent(20, null, null, null, null))
                        .inspected())
                .isEqualTo(20);
    }

    @Test
    void a_day_of_measurement_belongs_to_the_instruments_that_are_sent_with_it() {
        InspectionContent sent = new InspectionContent(null, null, null, null, null, SCALE, null);

        assertThat(COUNTED.completedBy(sent).measuredOn())
                .as("instruments without a day are of the day on which they are sent")
                .isNull();
        assertThat(sent.measuredOn(DAY).measuredOn()).isEqualTo(DAY);
        assertThat(COUNTED.measuredOn(DAY).measuredOn()).isEqualTo(DAY.minusDays(1));
        assertThat(NOTHING.measuredOn(DAY)).isEqualTo(NOTHING);
    }

    @Test
    void a_signature_is_kept_until_another_is_sent() {
        InspectionContent signed =
                new InspectionContent(null, null, null, null, null, SCALE, null, "Arun Iyer").measuredOn(DAY);

        assertThat(signed.signature()).isEqualTo("Arun Iyer");
        assertThat(signed.completedBy(NOTHING)).isEqualTo(signed);
        assertThat(COUNTED.completedBy(signed).signature()).isEqualTo("Arun Iyer");
    }

    @Test
    void counts_results_and_remarks_say_something_about_the_goods() {
        assertThat(COUNTED.hasFindings()).isTrue();
        assertThat(new InspectionContent(null, null, null, null, "a crack").hasFindings())
                .isTrue();
        assertThat(new InspectionContent(null, null, List.of(new UnitResult(3, Map.of(), Map.of())), null, null)
                        .hasFindings())
                .isTrue();
        assertThat(new InspectionContent(13, null, List.of(), "A", null).hasFindings())
                .isFalse();
        assertThat(NOTHING.hasFindings()).isFalse();
    }
}
