package coop.parasol.production.batch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.production.batch.rules.OwnMeasurements.CheckedMeasurement;
import coop.parasol.production.batch.rules.OwnMeasurements.Measurement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A producer's own measurements, of rules.md 5, are checked against the standard's characteristics. */
class OwnMeasurementsTest {

    private static final List<Characteristic> STANDARD = List.of(
            variable("Weight", "99.5", "100.5"),
            variable("Height", "20", null),
            new Characteristic("Glaze", CharacteristicKind.ATTRIBUTE, DefectClass.MAJOR, null, null, null));

    @Test
    void a_value_at_a_limit_is_within_and_one_behind_it_outside() {
        assertThat(outside("Weight", "99.5")).isFalse();
        assertThat(outside("Weight", "100.50")).isFalse();
        assertThat(outside("Weight", "99.499999")).isTrue();
        assertThat(outside("Weight", "100.500001")).isTrue();
        assertThat(outside("Height", "19.9")).isTrue();
        assertThat(outside("Height", "1000000")).isFalse();
    }

    @Test
    void a_characteristic_is_known_in_upper_and_lower_case_and_a_value_keeps_its_limits() {
        OwnMeasurements.Outcome outcome =
                OwnMeasurements.check(List.of(new Measurement("weight", new BigDecimal("100.0"))), STANDARD);

        assertThat(outcome)
                .isEqualTo(new OwnMeasurements.Checked(List.of(new CheckedMeasurement(
                        "weight",
                        new BigDecimal("100"),
                        "GRM",
                        new BigDecimal("99.5"),
                        new BigDecimal("100.5"),
                        false))));
    }

    @Test
    void what_is_not_measured_or_not_in_the_standard_is_named_with_its_place() {
        Measurement weight = new Measurement("Weight", BigDecimal.TEN);

        assertThat(OwnMeasurements.check(List.of(weight, new Measurement("Glaze", BigDecimal.ONE)), STANDARD))
                .isEqualTo(new OwnMeasurements.NotMeasured(1, "Glaze", List.of("Weight", "Height")));
        assertThat(OwnMeasurements.check(List.of(new Measurement("Colour", BigDecimal.ONE), weight), STANDARD))
                .isEqualTo(new OwnMeasurements.NotMeasured(0, "Colour", List.of("Weight", "Height")));
    }

    private static boolean outside(String characteristic, String value) {
        OwnMeasurements.Outcome outcome =
                OwnMeasurements.check(List.of(new Measurement(characteristic, new BigDecimal(value))), STANDARD);
        return ((OwnMeasurements.Checked) outcome).all().getFirst().outside();
    }

    private static Characteristic variable(String name, String lower, @Nullable String upper) {
        return new Characteristic(
                name,
                CharacteristicKind.VARIABLE,
                DefectClass.MAJOR,
                "GRM",
                new BigDecimal(lower),
                upper == null ? null : new BigDecimal(upper));
    }
}
