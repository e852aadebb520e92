package coop.parasol.contracts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in minor units (paise, cents) of one ISO 4217 currency, {@code {"amount":"1234.56","currency":"INR"}} in
 * JSON. Arithmetic is exact and fails on overflow and on mixed currencies; nothing rounds unless its name says so.
 *
 * @param minor the amount in minor units, negative for a debt
 * @param currency ISO 4217 code
 */
@JsonAutoDetect(
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        creatorVisibility = Visibility.NONE)
public record Money(long minor, String currency) implements Comparable<Money> {

    /** @throws IllegalArgumentException if the currency is not an ISO 4217 code */
    public Money {
        Currency.getInstance(currency);
    }

    /**
     * Reads a decimal amount.
     *
     * @throws IllegalArgumentException if it is no plain decimal, has more decimals than the currency, or is beyond
     *     what 64 bits of minor units hold
     */
    @JsonCreator
    public static Money of(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        if (amount == null || currency == null) {
            throw new IllegalArgumentException("money needs an amount and a currency");
        }
        if (amount.length() > 24 || !amount.matches("-?\\d+(\\.\\d+)?")) {
            throw new MalformedValue(MalformedValue.Kind.AMOUNT, "amount must be a plain decimal such as 1234.56");
        }
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        try {
            return new Money(new BigDecimal(amount).movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new MalformedValue(
                    MalformedValue.Kind.DECIMALS,
                    "amount must have at most " + digits + " decimals and 18 digits in " + currency);
        }
    }

    /** No money, in this currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** The decimal amount as text, with all decimals of the currency: {@code 1234.50}. */
    @JsonProperty("amount")
    public String amount() {
        return decimal().toPlainString();
    }

    @Override
    @JsonProperty("currency")
    public String currency() {
        return currency;
    }

    /** The amount in major units (rupees, dollars), with all decimals of the currency. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** This amount times a factor, such as a unit price times a quantity, rounded towards minus infinity to the minor unit. */
    public Money timesRoundedDown(BigDecimal factor) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .multiply(factor)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact(),
                currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    @Override
    public String toString() {
        return amount() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
