package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact parts of a pool: one division of whole numbers each, so that nothing is rounded before. */
final class PoolArithmetic {

    /** A hundred per cent in basis points. */
    static final int WHOLE = 10_000;

    private static final int PRICE_DECIMALS = 8;
    private static final int BASIS_POINT_DECIMALS = 4;

    private PoolArithmetic() {}

    /**
     * {@code floor(net x own / all)}, or as many basis points of it.
     *
     * @param net nothing is divided where it is negative
     * @param basisPoints {@link #WHOLE} for all
     */
    static Money part(Money net, BigDecimal own, BigDecimal all, int basisPoints) {
        if (net.isNegative() || all.signum() == 0) {
            return Money.zero(net.currency());
        }
        int scale = Math.max(own.scale(), all.scale());
        BigInteger minor = BigInteger.valueOf(net.minor())
                .multiply(own.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue())
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(all.setScale(scale, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .multiply(BigInteger.valueOf(WHOLE)));
        return new Money(minor.longValueExact(), net.currency());
    }

    /** The price of a unit of the first grade, rounded for show and never negative. */
    static UnitPrice price(Money net, BigDecimal equivalents) {
        BigDecimal price = equivalents.signum() == 0 || net.isNegative()
                ? BigDecimal.ZERO
                : net.decimal().divide(equivalents, PRICE_DECIMALS, RoundingMode.HALF_UP);
        return new UnitPrice(price, net.currency(), 1);
    }

    static BigDecimal weighted(Quantity quantity, BigDecimal factor) {
        return plain(quantity.value().multiply(factor));
    }

    /** The same number without trailing zeros, and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    static BigDecimal share(int basisPoints) {
        return BigDecimal.valueOf(basisPoints)
                .divide(BigDecimal.valueOf(WHOLE), BASIS_POINT_DECIMALS, RoundingMode.UNNECESSARY);
    }
}
