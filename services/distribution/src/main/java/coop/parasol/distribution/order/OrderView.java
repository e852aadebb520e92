package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.rules.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as REST shows it.
 *
 * @param partnerName absent in the answer to a call that has just placed it
 * @param enteredBy user who entered it: the partner's own, or of the desk that transcribed it
 * @param lines absent in lists
 * @param total as it was accepted
 * @param refusal absent unless the order was refused
 * @param reductions of its lines, the earliest first; absent in lists and in answers to calls that change the order
 */
public record OrderView(
        UUID orderId,
        OrderState state,
        UUID partnerId,
        @Nullable String partnerName,
        @Nullable String reference,
        Period period,
        String enteredBy,
        Instant placedAt,
        @Nullable List<Line> lines,
        @Nullable Money total,
        @Nullable Refusal refusal,
        @Nullable String cancelReason,
        @Nullable List<Reduction> reductions) {

    /** Why the firm did not take it: unknown-product, no-price, nothing-to-pay or over-credit-limit. */
    public record Refusal(String code, String reason) {}

    /**
     * A line and where its units are.
     *
     * @param unitPrice of all units that are wanted; more than at acceptance where the partner wants less than its break
     * @param amount what the units that are wanted cost, those that are cancelled left out
     * @param allocated including what was dispatched since
     * @param dispatched including what was delivered since
     * @param fallenShort of what is cancelled: what the firm does not deliver, which leaves the price as it is
     * @param allocationPending whether the firm is about to look for goods for it, which takes milliseconds: it took the order just
     *     now, or goods have become available
     */
    public record Line(
            int line,
            String product,
            @Nullable String grade,
            Quantity quantity,
            @Nullable UnitPrice unitPrice,
            @Nullable Money amount,
            Quantity allocated,
            Quantity dispatched,
            Quantity delivered,
            Quantity cancelled,
            Quantity fallenShort,
            Quantity backOrdered,
            boolean allocationPending) {}

    /**
     * Less of a line, and who says so.
     *
     * @param wanted of the line from then on
     * @param cause whose wish it was, which decides the price
     * @param transcribed whether the firm's desk has entered what the partner wants, in its name
     * @param partnerReference of the letter, mail or call by which the partner has said it
     * @param enteredBy user who entered it
     */
    public record Reduction(
            int line,
            Quantity wanted,
            ReductionCause cause,
            boolean transcribed,
            @Nullable String partnerReference,
            String reason,
            String enteredBy,
            Instant reducedAt) {}

    public static OrderView of(Order order) {
        return view(order, null, lines(order), null);
    }

    static OrderView of(Order order, @Nullable String partnerName, List<RecordedReductions.Recorded> reductions) {
        return view(
                order,
                partnerName,
                lines(order),
                reductions.stream().map(OrderView::reduction).toList());
    }

    static OrderView withoutLines(Order order, @Nullable String partnerName) {
        return view(order, partnerName, null, null);
    }

    private static List<Line> lines(Order order) {
        return order.lines().stream().map(OrderView::line).toList();
    }

    private static Reduction reduction(RecordedReductions.Recorded recorded) {
        return new Reduction(
                recorded.line(),
                recorded.quantity(),
                recorded.cause(),
                recorded.transcribed(),
                recorded.partnerReference(),
                recorded.reason(),
                recorded.enteredBy(),
                recorded.reducedAt());
    }

    private static OrderView view(
            Order order,
            @Nullable String partnerName,
            @Nullable List<Line> lines,
            @Nullable List<Reduction> reductions) {
        return new OrderView(
                order.orderId(),
                order.state(),
                order.partnerId(),
                partnerName,
                order.reference(),
                order.period(),
                order.enteredBy(),
                order.placedAt(),
                lines,
                order.total(),
                order.refusalCode() == null || order.refusalReason() == null
                        ? null
                        : new Refusal(order.refusalCode(), order.refusalReason()),
                order.cancelReason(),
                reductions);
    }

    private static Line line(Order.Line line) {
        String unit = line.unit();
        return new Line(
                line.line(),
                line.product(),
                line.grade(),
                line.ordered(),
                line.unitPrice(),
                line.payable(),
                quantity(line.allocated(), unit),
                quantity(line.dispatched(), unit),
                quantity(line.delivered(), unit),
                quantity(line.cancelled(), unit),
                quantity(line.fallenShort(), unit),
                quantity(line.backOrdered(), unit),
                line.allocationPending());
    }

    private static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity(value, unit);
    }
}
