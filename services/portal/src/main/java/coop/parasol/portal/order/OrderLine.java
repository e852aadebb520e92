package coop.parasol.portal.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order and where its units are.
 *
 * @param unitPrice absent where the order was refused
 * @param allocated including what was dispatched since
 * @param dispatched including what was delivered since
 * @param fallenShort of what is cancelled: what the firm does not deliver
 */
public record OrderLine(
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
        boolean allocationPending) {

    /**
     * A line of an accepted order.
     *
     * @param lines of the order; null where the service has sent none
     * @throws NotFoundException if there is no such line, or the order was refused
     */
    public static OrderLine accepted(@Nullable List<OrderLine> lines, int number) {
        return (lines == null ? List.<OrderLine>of() : lines)
                .stream()
                        .filter(line -> line.line() == number && line.unitPrice() != null)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
    }

    /** In the warehouse, for this line. */
    public Quantity reserved() {
        return allocated.minus(dispatched);
    }

    public Quantity underWay() {
        return dispatched.minus(delivered);
    }

    /** What a cancellation would cancel. */
    public Quantity cancellable() {
        return backOrdered.plus(reserved());
    }

    /** Ordered and not cancelled, dispatched or not. */
    public Quantity wanted() {
        return quantity.minus(cancelled);
    }

    /** Whether something that is wanted was not dispatched. */
    public boolean isOpen() {
        return cancellable().isPositive();
    }
}
