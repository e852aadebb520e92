package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
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

    private AcceptOrder() {}

    /** A line as the partner has written it; without a grade it means the best. */
    public record RequestedLine(
            int line, String product, @Nullable String grade, Quantity quantity) {}

    /** The published prices for this partner, now. */
    public interface PriceList {

        /** The price of a product in a grade for a quantity; empty where there is none. */
        Optional<UnitPrice> unitPrice(String product, String grade, Quantity quantity);

        /** The least quantity of a product in a grade that has a price; empty where none has. */
        Optional<LeastOrder> leastOrder(String product, String grade, String unit);
    }

    /** The least quantity of an order line, and what it costs. */
    public record LeastOrder(Quantity quantity, UnitPrice unitPrice) {}

    /** The decision about an order. */
    public sealed interface Outcome permits Accepted, Refused {}

    /** The firm owes these goods, the partner will owe {@code total}. */
    public record Accepted(List<OrderLine> lines, Money total) implements Outcome {}

    /**
     * The firm does not take the order.
     *
     * @param code unknown-product, no-price, nothing-to-pay or over-credit-limit
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
            Optional<UnitPrice> unitPrice = prices.unitPrice(line.product(), grade, quantity);
            if (unitPrice.isEmpty()) {
                return noPrice(line, grade, prices);
            }
            if (unitPrice.get().overflows(total, quantity.value())) {
                return new Refused("over-credit-limit", "The total of the order is larger than any credit limit");
            }
            Money amount = unitPrice.get().times(quantity.value());
            lines.add(new OrderLine(line.line(), line.product(), grade, quantity, unitPrice.get(), amount));
            total = total.plus(amount);
        }
        if (total.isZero()) {
            return new Refused(
                    "nothing-to-pay", "The order comes to " + total + ": its quantities are too small to be charged");
        }
        if (!credit.allows(total)) {
            return new Refused(
                    "over-credit-limit",
                    "The order of %s and the open orders and invoices of %s together exceed the credit limit of %s"
                            .formatted(total, credit.exposure(), credit.limit()));
        }
        return new Accepted(lines, total);
    }

    /** Names the least quantity that has a price, and that price, where only the quantity is too small. */
    private static Refused noPrice(RequestedLine line, String grade, PriceList prices) {
        Quantity quantity = line.quantity();
        return new Refused(
                "no-price",
                prices.leastOrder(line.product(), grade, quantity.unit())
                        .filter(least -> least.quantity().compareTo(quantity) > 0)
                        .map(least -> "Line %d: %s of %s in grade %s are too few; the least quantity is %s, at %s"
                                .formatted(
                                        line.line(),
                                        quantity,
                                        line.product(),
                                        grade,
                                        least.quantity(),
                                        least.unitPrice()))
                        .orElseGet(() -> "Line %d: no price is published for %s of %s in grade %s at your tier"
                                .formatted(line.line(), quantity, line.product(), grade)));
    }
}
