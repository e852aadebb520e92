package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.order.rules.OrderState;
import coop.parasol.distribution.order.rules.OrderState.Progress;
import coop.parasol.messaging.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * How far an order is, all lines together.
 *
 * @param enteredBy who placed it
 * @param correlationId of the call that placed it
 * @param wanted ordered and not cancelled
 */
record OrderProgress(
        UUID orderId,
        UUID partnerId,
        String enteredBy,
        String correlationId,
        Money invoiced,
        Money paid,
        BigDecimal wanted,
        BigDecimal backOrdered,
        BigDecimal allocated,
        BigDecimal dispatched,
        BigDecimal delivered) {

    /** After so many more units were allocated. */
    OrderProgress allocate(BigDecimal units) {
        return new OrderProgress(
                orderId,
                partnerId,
                enteredBy,
                correlationId,
                invoiced,
                paid,
                wanted,
                backOrdered.subtract(units),
                allocated.add(units),
                dispatched,
                delivered);
    }

    /** Whether nothing waits for stock any more. */
    boolean complete() {
        return backOrdered.signum() == 0;
    }

    OrderState state() {
        return OrderState.of(
                List.of(new Progress(wanted, allocated, dispatched, delivered)),
                !invoiced.isZero(),
                invoiced.equals(paid));
    }

    /** What is decided about the order by itself belongs to the call that placed it. */
    Cause cause() {
        return new Cause(enteredBy, null, correlationId);
    }
}
