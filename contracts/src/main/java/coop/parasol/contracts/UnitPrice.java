package coop.parasol.contracts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A price for a number of units, {@code {"amount":"102.5","currency":"INR","per":1000}} in JSON: finer than a coin, for only
 * amounts are rounded and never a price. Two prices are compared by what a single unit costs.
 *
 * @param amount in major units (rupees, dollars), with at most six decimals more than the currency has, and never fewer than
 *     eight allowed; kept with all decimals of the currency, and without trailing zeros behind them
 * @param currency ISO 4217 code
 * @param per the price base, how many units the amount is for: 1, 100 or 1,000
 */
@JsonAutoDetect(
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
public record UnitPrice(BigDecimal amount, String currency, int per) implements Comparable<UnitPrice> {

    /** The price bases that a price may have. */
    public static final Set<Integer> BASES = Set.of(1, 100, 1000);

    private static final int DECIMALS_BEYOND_THE_MINOR_UNIT = 6;
    private static final int MIN_MAX_DECIMALS = 8;
    private static final int MAX_INTEGER_DIGITS = 30;

    /** @throws IllegalArgumentException if the amount has too many digits or the price base is none */
    public UnitPrice {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        amount = amount.stripTrailingZeros();
        amount = amount.scale() < digits ? amount.setScale(digits, RoundingMode.UNNECESSARY) : amount;
        if (!BASES.contains(per)) {
            throw new IllegalArgumentException("per must be 1, 100 or 1000");
        }
        if (amount.scale() > maxDecimals(currency) || amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new MalformedValue(
                    MalformedValue.Kind.DECIMALS,
                    "amount must have at most %d decimals and %d digits before them in %s"
                            .formatted(maxDecimals(currency), MAX_INTEGER_DIGITS, currency));
        }
    }

    /**
     * Reads a price.
     *
     * @param per 1 where it is absent
     * @throws IllegalArgumentException if the amount is no plain decimal, or as the constructor
     */
    @JsonCreator
    public static UnitPrice of(
            @JsonProperty("amount") String amount,
            @JsonProperty("currency") String currency,
            @JsonProperty("per") @Nullable Integer per) {
        if (amount == null || currency == null) {
            throw new IllegalArgumentException("a price needs an amount and a currency");
        }
        if (amount.length() > 30 || !amount.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("amount must be a plain decimal such as 0.0025");
        }
        return new UnitPrice(new BigDecimal(amount), currency, per == null ? 1 : per);
    }

    /** A price for one unit that is a whole number of minor units. */
    public static UnitPrice of(Money perUnit) {
        return new UnitPrice(perUnit.decimal(), perUnit.currency(), 1);
    }

    /**
     * A price as it is stored.
     *
     * @param minor the amount for {@code per} units in minor units (paise, cents), with decimals
     * @throws IllegalArgumentException as the constructor
     */
    public static UnitPrice ofMinor(BigDecimal minor, String currency, int per) {
        return new UnitPrice(
                minor.movePointLeft(Currency.getInstance(currency).getDefaultFractionDigits()), currency, per);
    }

    /** How many decimals the amount of a price may have in a currency: 8 in rupees, 9 in Kuwaiti dinars. */
    public static int maxDecimals(String currency) {
        return Math.max(
                MIN_MAX_DECIMALS,
                Currency.getInstance(currency).getDefaultFractionDigits() + DECIMALS_BEYOND_THE_MINOR_UNIT);
    }

    /** The amount as text, with all decimals of the currency at least: {@code 102.50}. */
    @JsonProperty("amount")
    public String text() {
        return amount.toPlainString();
    }

    @Override
    @JsonProperty("currency")
    public String currency() {
        return currency;
    }

    @Override
    @JsonProperty("per")
    public int per() {
        return per;
    }

    /** The amount for {@link #per} units in minor units (paise, cents), with decimals. */
    public BigDecimal minor() {
        return amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** What a quantity costs, rounded towards minus infinity to the minor unit: what the firm pays out. */
    public Money timesRoundedDown(BigDecimal quantity) {
        return new Money(minorTimes(quantity, RoundingMode.FLOOR).longValueExact(), currency);
    }

    /** What a quantity costs, rounded half up to the minor unit: what the firm charges. */
    public Money times(BigDecimal quantity) {
        return new Money(minorTimes(quantity, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    /**
     * What a part of a quantity costs, so that all parts together cost what the whole does: the sum that has been charged by then,
     * rounded half up, less the one before. 21 at 11.115 in three parts are 77.81, 77.80 and 77.81.
     *
     * @param before what was charged before of the whole
     * @param part what is charged now
     */
    public Money timesPart(BigDecimal before, BigDecimal part) {
        return times(before.add(part)).minus(times(before));
    }

    /** Whether what a quantity costs, added to an amount, is beyond what 64 bits of minor units hold. */
    public boolean overflows(Money total, BigDecimal quantity) {
        return minorTimes(quantity, RoundingMode.CEILING)
                        .add(BigInteger.valueOf(total.minor()))
                        .bitLength()
                >= Long.SIZE;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(UnitPrice other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return amount.multiply(BigDecimal.valueOf(other.per)).compareTo(other.amount.multiply(BigDecimal.valueOf(per)));
    }

    @Override
    public String toString() {
        String single = text() + " " + currency;
        return per == 1 ? single : single + " per " + per;
    }

    private BigInteger minorTimes(BigDecimal quantity, RoundingMode rounding) {
        return minor().multiply(quantity)
                .divide(BigDecimal.valueOf(per))
                .setScale(0, rounding)
                .toBigInteger();
    }
}
