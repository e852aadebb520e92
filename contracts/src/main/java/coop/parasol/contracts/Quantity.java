package coop.parasol.contracts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * A quantity with its unit, {@code {"value":"12.5","unit":"KGM"}} in JSON.
 *
 * @param value at most 12 digits before the point and behind it as many as the unit has (6, or none for what is counted);
 *     kept without trailing zeros so that equal quantities are equal records
 * @param unit code of {@link UnitCode}: {@code C62} one, {@code KGM} kilogram, {@code MTR} metre
 */
@JsonAutoDetect(
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
public record Quantity(BigDecimal value, String unit) implements Comparable<Quantity> {

    /** The largest value in whole units. */
    public static final BigDecimal MAX_VALUE = new BigDecimal("999999999999");

    private static final int MAX_DECIMALS = 6;
    private static final int MAX_INTEGER_DIGITS = 12;

    /** @throws IllegalArgumentException if the value has too many digits or the unit is no code of Recommendation 20 */
    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > MAX_DECIMALS || value.precision() - value.scale() > MAX_INTEGER_DIGITS) {
            throw new MalformedValue(
                    MalformedValue.Kind.DECIMALS, "quantity must have at most 12 digits and 6 decimals");
        }
        UnitCode.of(unit);
    }

    /**
     * @throws IllegalArgumentException if the value is no plain decimal or has more decimals than its unit (pieces, sets and
     *     pairs have none), or as the constructor
     */
    @JsonCreator
    public static Quantity of(@JsonProperty("value") String value, @JsonProperty("unit") String unit) {
        if (value == null || unit == null) {
            throw new IllegalArgumentException("a quantity needs a value and a unit");
        }
        if (value.length() > 24 || !value.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new MalformedValue(MalformedValue.Kind.NUMBER, "value must be a plain decimal such as 12.5");
        }
        Quantity quantity = new Quantity(new BigDecimal(value), unit);
        if (!quantity.isCountable()) {
            UnitCode code = UnitCode.of(unit);
            throw new MalformedValue(
                    MalformedValue.Kind.DECIMALS,
                    "a quantity in %s (%s) has at most %d decimals".formatted(unit, code.name(), code.decimals()));
        }
        return quantity;
    }

    public static Quantity of(long value, String unit) {
        return new Quantity(BigDecimal.valueOf(value), unit);
    }

    /** A sum of quantities; {@link #MAX_VALUE} where the sum is larger, as sums may be. */
    public static Quantity ofSum(BigDecimal sum, String unit) {
        return new Quantity(sum.min(MAX_VALUE), unit);
    }

    public static Quantity zero(String unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    @JsonProperty("value")
    public String text() {
        return value.toPlainString();
    }

    @Override
    @JsonProperty("unit")
    public String unit() {
        return unit;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(same(other).value), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(same(other).value), unit);
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    /** Whether the value has no more decimals than its unit: pieces ({@code C62}, {@code H87}), sets and pairs are whole. */
    public boolean isCountable() {
        return value.scale() <= UnitCode.of(unit).decimals();
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(same(other).value);
    }

    @Override
    public String toString() {
        return text() + " " + unit;
    }

    private Quantity same(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("cannot mix " + unit + " and " + other.unit);
        }
        return other;
    }
}
