package coop.parasol.contracts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * A quantity with its unit, {@code {"value":"12.5","unit":"KGM"}} in JSON.
 *
 * @param value at most 12 digits before and 6 behind the point; kept without trailing zeros so that equal quantities
 *     are equal records
 * @param unit UN/CEFACT Recommendation 20 code: {@code C62} piece, {@code KGM} kilogram, {@code MTR} metre
 */
@JsonAutoDetect(
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
public record Quantity(BigDecimal value, String unit) implements Comparable<Quantity> {

    private static final String PIECE = "C62";
    private static final int MAX_DECIMALS = 6;
    private static final int MAX_INTEGER_DIGITS = 12;

    /** @throws IllegalArgumentException if the value has too many digits or the unit is no Recommendation 20 code */
    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.scale() > MAX_DECIMALS || value.precision() - value.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException("quantity must have at most 12 digits and 6 decimals");
        }
        if (!unit.matches("[A-Z0-9]{2,3}")) {
            throw new IllegalArgumentException("unit must be a UN/CEFACT Recommendation 20 code such as C62");
        }
    }

    /** @throws IllegalArgumentException if the value is no plain decimal, or as the constructor */
    @JsonCreator
    public static Quantity of(@JsonProperty("value") String value, @JsonProperty("unit") String unit) {
        if (value == null || unit == null) {
            throw new IllegalArgumentException("a quantity needs a value and a unit");
        }
        if (value.length() > 24 || !value.matches("-?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("value must be a plain decimal such as 12.5");
        }
        return new Quantity(new BigDecimal(value), unit);
    }

    public static Quantity of(long value, String unit) {
        return new Quantity(BigDecimal.valueOf(value), unit);
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

    /** Whether the value is possible for its unit: pieces ({@code C62}) are whole. */
    public boolean isCountable() {
        return !unit.equals(PIECE) || value.scale() <= 0;
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
