package coop.parasol.distribution.order;

import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.rules.AcceptOrder.RequestedLine;
import coop.parasol.distribution.order.rules.LineReduction;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.order.rules.OrderState.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is on record.
 *
 * @param reference the partner's own document number
 * @param period the week the goods are wanted in
 * @param enteredBy user who entered it: the partner's own, or of the desk that transcribed it
 * @param total absent where it was refused
 * @param openAmount what lines neither invoiced nor cancelled will still cost
 * @param lines empty in lists
 */
public record Order(
        UUID orderId,
        UUID partnerId,
        @Nullable String reference,
        Period period,
        OrderState state,
        String enteredBy,
        Instant placedAt,
        @Nullable Money total,
        Money openAmount,
        Money invoiced,
        Money paid,
        @Nullable String refusalCode,
        @Nullable String refusalReason,
        @Nullable String cancelReason,
        List<Line> lines) {

    /** A row of the table, to which lines are added. */
    @JdbiConstructor
    public Order(
            UUID orderId,
            UUID partnerId,
            @Nullable String reference,
            Period period,
            OrderState state,
            String enteredBy,
            Instant placedAt,
            @Nullable Money total,
            Money openAmount,
            Money invoiced,
            Money paid,
            @Nullable String refusalCode,
            @Nullable String refusalReason,
            @Nullable String cancelReason) {
        this(
                orderId,
                partnerId,
                reference,
                period,
                state,
                enteredBy,
                placedAt,
                total,
                openAmount,
                invoiced,
                paid,
                refusalCode,
                refusalReason,
                cancelReason,
                new ArrayList<>());
    }

    /**
     * A line and where its units are; {@code quantity = back-ordered + allocated + cancelled} unless it was refused.
     *
     * @param grade absent where the order was refused and named none
     * @param unitPrice of the moment it was accepted, or higher since its partner wants less of it; absent where it was refused
     * @param amount of the ordered quantity, as it was accepted
     * @param allocated including what was dispatched since
     * @param dispatched including what was delivered since
     * @param fallenShort of what is cancelled: what the firm does not deliver
     * @param allocationPending whether goods are to be looked for: it was accepted just now, or goods have become available
     */
    public record Line(
            int line,
            String product,
            @Nullable String grade,
            BigDecimal quantity,
            String unit,
            @Nullable UnitPrice unitPrice,
            @Nullable Money amount,
            BigDecimal backOrdered,
            BigDecimal allocated,
            BigDecimal dispatched,
            BigDecimal delivered,
            BigDecimal cancelled,
            BigDecimal fallenShort,
            boolean allocationPending) {

        /** A line of an order that was accepted just now. */
        static Line accepted(OrderLine line) {
            BigDecimal quantity = line.quantity().value();
            return new Line(
                    line.line(),
                    line.product(),
                    line.grade(),
                    quantity,
                    line.quantity().unit(),
                    line.unitPrice(),
                    line.amount(),
                    quantity,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    true);
        }

        /** A line of a refused order: it has no price and waits for nothing. */
        static Line refused(RequestedLine line) {
            return new Line(
                    line.line(),
                    line.product(),
                    line.grade(),
                    line.quantity().value(),
                    line.quantity().unit(),
                    null,
                    null,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    false);
        }

        Quantity ordered() {
            return new Quantity(quantity, unit);
        }

        Progress progress() {
            return new Progress(quantity.subtract(cancelled), allocated, dispatched, delivered);
        }

        /** Ordered and not cancelled. */
        Quantity wanted() {
            return new Quantity(quantity.subtract(cancelled), unit);
        }

        /** Whether something that is wanted has not been dispatched. */
        boolean isOpen() {
            return backOrdered.add(allocated).compareTo(dispatched) > 0;
        }

        LineReduction.Before beforeReduction() {
            return new LineReduction.Before(
                    quantity.subtract(cancelled),
                    backOrdered,
                    dispatched,
                    fallenShort,
                    Objects.requireNonNull(unitPrice));
        }

        /** The event that less of it is wanted; this is the line since then. */
        OrderLineReduced reduced(Order order, Quantity wantedBefore, LessWanted less, Instant reducedAt) {
            return new OrderLineReduced(
                    order.orderId(),
                    order.partnerId(),
                    order.reference(),
                    line,
                    product,
                    Objects.requireNonNull(grade),
                    order.period(),
                    wantedBefore,
                    wanted(),
                    Objects.requireNonNull(unitPrice),
                    Objects.requireNonNull(payable()),
                    less.cause(),
                    less.transcribed(),
                    less.reason(),
                    reducedAt);
        }

        /** What all that is wanted of it costs; absent where it was refused. */
        @Nullable Money payable() {
            return unitPrice == null ? null : unitPrice.times(quantity.subtract(cancelled));
        }

        /** What the units that are neither delivered nor cancelled cost, in minor units. */
        long openMinor() {
            return unitPrice == null
                    ? 0
                    : unitPrice
                            .timesPart(delivered, quantity.subtract(cancelled).subtract(delivered))
                            .minor();
        }
    }

    /** Whether nothing waits for stock any more. */
    boolean complete() {
        return lines.stream().allMatch(line -> line.backOrdered().signum() == 0);
    }

    /** Whether all that is wanted has been dispatched. */
    boolean nothingToDispatch() {
        return lines.stream().noneMatch(Line::isOpen);
    }

    /** A line that was accepted; empty where there is none. */
    Optional<Line> line(int lineNumber) {
        return lines.stream()
                .filter(line -> line.line() == lineNumber && line.unitPrice() != null)
                .findFirst();
    }

    /** The state that follows from the lines and the money; a delivery is invoiced in its own transaction, unless it was recalled. */
    OrderState stateOf(Money invoicedNow, Money paidNow) {
        return OrderState.of(
                lines.stream().map(Line::progress).toList(), !invoicedNow.isZero(), invoicedNow.equals(paidNow));
    }

    /** What the lines that are neither delivered nor cancelled cost, in minor units. */
    long openMinor() {
        return lines.stream().mapToLong(Line::openMinor).sum();
    }

    /** The price of a line now. */
    public UnitPrice unitPrice(int lineNumber) {
        return line(lineNumber).map(Line::unitPrice).orElseThrow();
    }

    Order with(OrderState nextState, Money nextOpen, Money nextInvoiced, Money nextPaid) {
        return new Order(
                orderId,
                partnerId,
                reference,
                period,
                nextState,
                enteredBy,
                placedAt,
                total,
                nextOpen,
                nextInvoiced,
                nextPaid,
                refusalCode,
                refusalReason,
                cancelReason,
                lines);
    }
}
