package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.Order.Line;
import coop.parasol.distribution.order.rules.PriceBreak;
import coop.parasol.distribution.order.rules.PriceOfRest;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What lines would cost if their partner wanted less of them, before it decides. */
@ApplicationScoped
class PriceRests {

    private final LineBreaks lineBreaks;
    private final RepricedGoods repricedGoods;

    PriceRests(LineBreaks lineBreaks, RepricedGoods repricedGoods) {
        this.lineBreaks = lineBreaks;
        this.repricedGoods = repricedGoods;
    }

    /**
     * What a line would cost.
     *
     * @param wanted of it until now
     * @param rest what would be wanted
     * @param unitPrice until now
     * @param unitPriceOfRest what all of the rest would cost, what was invoiced included
     * @param amount of what is wanted until now
     * @param amountOfRest of the rest
     * @param debit what would be charged at once for what was invoiced before, as a part of {@code amountOfRest}
     */
    public record Rest(
            int line,
            String product,
            String grade,
            Quantity wanted,
            Quantity rest,
            UnitPrice unitPrice,
            UnitPrice unitPriceOfRest,
            Money amount,
            Money amountOfRest,
            Money debit) {}

    /** @param rest of a line of an accepted order, what was dispatched included */
    Rest of(Order order, Line line, BigDecimal rest) {
        List<PriceBreak> breaks = lineBreaks.of(order.orderId()).getOrDefault(line.line(), List.of());
        UnitPrice now = Objects.requireNonNull(line.unitPrice());
        UnitPrice then = PriceOfRest.of(breaks, now, rest, line.fallenShort());
        return new Rest(
                line.line(),
                line.product(),
                Objects.requireNonNull(line.grade()),
                line.wanted(),
                new Quantity(rest, line.unit()),
                now,
                then,
                now.times(line.wanted().value()),
                then.times(rest),
                repricedGoods.due(order, Map.of(line.line(), then)));
    }

    /** The new prices of those lines that get dearer if all that has not been dispatched is cancelled. */
    Map<Integer, UnitPrice> raisedByCancelling(Order order) {
        Map<Integer, List<PriceBreak>> breaks = lineBreaks.of(order.orderId());
        Map<Integer, UnitPrice> raised = new TreeMap<>();
        for (Line line : order.lines()) {
            UnitPrice now = line.unitPrice();
            if (now != null && line.isOpen()) {
                UnitPrice then = PriceOfRest.of(
                        breaks.getOrDefault(line.line(), List.of()), now, line.dispatched(), line.fallenShort());
                if (!then.equals(now)) {
                    raised.put(line.line(), then);
                }
            }
        }
        return raised;
    }
}
