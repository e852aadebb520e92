package coop.parasol.membership.books.ledger.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Goods of one batch that the firm has bought in: they are an asset at cost, and their cost is an expense when they are sold. Of the
 * cost of all, each sale takes what the units sold so far have cost, rounded down, less what was taken before; so the last takes the
 * rest, whatever was sold in how many parts.
 *
 * @param bought units that the firm has bought
 * @param cost what it has paid or owes for them, in minor units
 * @param sold of the units, those that are paid for; sales may be told before the purchase is
 * @param booked of the cost, what is an expense already
 */
public record CostOfOwnGoods(BigDecimal bought, long cost, BigDecimal sold, long booked) {

    public static final CostOfOwnGoods NONE = new CostOfOwnGoods(BigDecimal.ZERO, 0, BigDecimal.ZERO, 0);

    public CostOfOwnGoods withBought(BigDecimal units, long price) {
        return new CostOfOwnGoods(bought.add(units), cost + price, sold, booked);
    }

    public CostOfOwnGoods withSold(BigDecimal units) {
        return new CostOfOwnGoods(bought, cost, sold.add(units), booked);
    }

    /** What is to be booked as an expense now, in minor units. */
    public long due() {
        if (bought.signum() == 0) {
            return 0;
        }
        return BigDecimal.valueOf(cost)
                        .multiply(sold.min(bought))
                        .divide(bought, 0, RoundingMode.FLOOR)
                        .longValueExact()
                - booked;
    }

    /** The same goods when what is due is booked. */
    public CostOfOwnGoods withDueBooked() {
        return new CostOfOwnGoods(bought, cost, sold, booked + due());
    }
}
