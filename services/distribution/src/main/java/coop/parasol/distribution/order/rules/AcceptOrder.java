package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the firm takes an order, and at which prices. Every line is priced at this moment and keeps its
 * price; the order is refused as a whole, for the first reason that applies.
 */
public final class AcceptOrder {

    private static final BigInteger MAX_MINOR_UNITS = BigInteger.valueOf(Long.MAX_VALUE);

    private AcceptOrder() {}

    /** A line as the partner has written it; without a grade it means the best. */
    public record RequestedLine(
            int line, String product, @Nullable String grade, Quantity quantity) {}

    /** Finds the published price of a product in a grade for a quantity, for this partner, now. */
    @FunctionalInterface
    public interface PriceList {
        Optional<Money> unitPrice(String product, String grade, Quantity quantity);
    }

    /** The decision about an order. */
    public sealed interface Outcome permits Accepted, Refused {}

    /** The firm owes these goods, the partner will owe {@code total}. */
    public record Accepted(List<OrderLine> lines, Money total) implements Outcome {}

    /**
     * The firm does not take the order.
     *
     * @param code unknown-product, no-price or over-credit-limit
     */
    public record Refused(String code, String reason) implements Outcome {}

    /**
     * Prices an order, and accepts or refuses it.
     *
     * @param grades of every product that has a standard, from the best down
     */
    public static Outcome decide(
            List<RequestedLine> requested, Map<String, List<String>> grades, PriceList prices, CreditLimit credit) {
        for (RequestedLine line : requested) {
            if (!grades.containsKey(line.product())) {
                return new Refused(
                        "unknown-product", "Line " + line.line() + ": there is no product " + line.product());
            }
        }
        List<OrderLine> lines = new ArrayList<>();
        Money total = new Money(0, credit.limit().currency());
        for (RequestedLine line : requested) {
            String grade = line.grade() != null
                    ? line.grade()
                    : grades.getOrDefault(line.product(), List.of()).getFirst();
            Quantity quantity = line.quantity();
            Optional<Money> unitPrice = prices.unitPrice(line.product(), grade, quantity);
            if (unitPrice.isEmpty()) {
                return new Refused(
                        "no-price",
                        "Line %d: no price is published for %s of %s in grade %s at your tier"
                                .formatted(line.line(), quantity, line.product(), grade));
            }
            if (overflows(total, unitPrice.get(), quantity)) {
                return new Refused("over-credit-limit", "The total of the order is larger than any credit limit");
            }
            Money amount = unitPrice.get().timesRoundedDown(quantity.value());
            lines.add(new OrderLine(line.line(), line.product(), grade, quantity, unitPrice.get(), amount));
            total = total.plus(amount);
        }
        if (!credit.allows(total)) {
            return new Refused(
                    "over-credit-limit",
                    "The order of %s and the open orders and invoices of %s together exceed the credit limit of %s"
                            .formatted(total, credit.exposure(), credit.limit()));
        }
        return new Accepted(lines, total);
    }

    /** Whether the total would not fit into 64 bits of minor units, which no credit limit is beyond. */
    private static boolean overflows(Money total, Money unitPrice, Quantity quantity) {
        BigInteger amount =
                BigDecimal.valueOf(unitPrice.minor()).multiply(quantity.value()).toBigInteger();
        return amount.add(BigInteger.valueOf(total.minor())).compareTo(MAX_MINOR_UNITS) > 0;
    }
}
