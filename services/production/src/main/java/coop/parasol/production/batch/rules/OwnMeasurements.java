package coop.parasol.production.batch.rules;

import coop.parasol.contracts.QualityEvent.Characteristic;
import coop.parasol.contracts.QualityEvent.CharacteristicKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a producer has measured of a batch itself, checked against the limits of the product's standard. It tells the producer at once
 * which value is outside; it replaces nothing that an auditor measures, and a batch with values outside is a batch all the same.
 */
public final class OwnMeasurements {

    private OwnMeasurements() {}

    /**
     * A value that was measured of a unit.
     *
     * @param characteristic by the name that the standard gives it, in upper or lower case
     * @param value in the unit of the characteristic, without trailing zeros
     */
    public record Measurement(String characteristic, BigDecimal value) {

        /** @param value trailing zeros are cut off, so that 1.0 and 1.00 are the same */
        public Measurement {
            BigDecimal stripped = value.stripTrailingZeros();
            value = stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
        }
    }

    /**
     * A measured value beside the limits of the standard of its day.
     *
     * @param characteristic as the producer has written it
     * @param unit UN/CEFACT code
     * @param lower lowest allowed value; absent for none
     * @param upper highest allowed value; absent for none
     * @param outside whether it is not allowed
     */
    public record CheckedMeasurement(
            String characteristic,
            BigDecimal value,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean outside) {

        /** The value alone, without the limits that it was compared with. */
        public Measurement measurement() {
            return new Measurement(characteristic, value);
        }
    }

    /** All values, or the first one of something that is not measured. */
    public sealed interface Outcome {}

    /** The values in their order. */
    public record Checked(List<CheckedMeasurement> all) implements Outcome {}

    /**
     * @param position of the value, from 0
     * @param variables what the standard has that is measured, by name, in its order
     */
    public record NotMeasured(int position, String characteristic, List<String> variables) implements Outcome {}

    /** Checks values against the variables of a standard. */
    public static Outcome check(List<Measurement> measured, List<Characteristic> characteristics) {
        Map<String, Characteristic> variables = characteristics.stream()
                .filter(each -> each.kind() == CharacteristicKind.VARIABLE)
                .collect(Collectors.toMap(each -> key(each.name()), Function.identity(), (one, other) -> one));
        List<CheckedMeasurement> checked = new ArrayList<>();
        for (Measurement value : measured) {
            Characteristic variable = variables.get(key(value.characteristic()));
            if (variable == null) {
                return new NotMeasured(checked.size(), value.characteristic(), names(characteristics));
            }
            checked.add(new CheckedMeasurement(
                    value.characteristic(),
                    value.value(),
                    variable.unit(),
                    variable.lower(),
                    variable.upper(),
                    isOutside(value.value(), variable)));
        }
        return new Checked(checked);
    }

    private static List<String> names(List<Characteristic> characteristics) {
        return characteristics.stream()
                .filter(each -> each.kind() == CharacteristicKind.VARIABLE)
                .map(Characteristic::name)
                .toList();
    }

    private static boolean isOutside(BigDecimal value, Characteristic variable) {
        return (variable.lower() != null && value.compareTo(variable.lower()) < 0)
                || (variable.upper() != null && value.compareTo(variable.upper()) > 0);
    }

    private static String key(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
