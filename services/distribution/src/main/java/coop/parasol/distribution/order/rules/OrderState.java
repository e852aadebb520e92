package coop.parasol.distribution.order.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * The state of an order.
 *
 * <pre>
 *   (placed) ──> REFUSED
 *      │
 *      v
 *   ACCEPTED ──> PART_ALLOCATED ──> ALLOCATED ──> DISPATCHED ──> DELIVERED ──> INVOICED ──> PAID
 *      │               │                │
 *      └───────────────┴────────────────┴──> CANCELLED
 * </pre>
 *
 * Every state but the first may be skipped on the way to the right: an order all of whose goods are on hand goes from ACCEPTED
 * to ALLOCATED within milliseconds, and a delivery is invoiced in the same transaction. ALLOCATED goes back to PART_ALLOCATED or ACCEPTED where reserved
 * goods run out of date before they leave. Until everything is dispatched the state says how far allocation is, also
 * when a part has left already; cancelling the rest then leaves the state of what has left.
 */
public enum OrderState {
    REFUSED,
    ACCEPTED,
    PART_ALLOCATED,
    ALLOCATED,
    DISPATCHED,
    DELIVERED,
    INVOICED,
    PAID,
    CANCELLED;

    /**
     * Where the units of an order line are; each number includes those further on.
     *
     * @param wanted ordered and not cancelled
     */
    public record Progress(BigDecimal wanted, BigDecimal allocated, BigDecimal dispatched, BigDecimal delivered) {}

    /** The state of an accepted order, from where its units and its money are. */
    public static OrderState of(Collection<Progress> lines, boolean invoiced, boolean paid) {
        BigDecimal wanted = BigDecimal.ZERO;
        BigDecimal allocated = BigDecimal.ZERO;
        BigDecimal dispatched = BigDecimal.ZERO;
        BigDecimal delivered = BigDecimal.ZERO;
        for (Progress line : lines) {
            wanted = wanted.add(line.wanted());
            allocated = allocated.add(line.allocated());
            dispatched = dispatched.add(line.dispatched());
            delivered = delivered.add(line.delivered());
        }
        if (wanted.signum() == 0) {
            return CANCELLED;
        }
        if (delivered.compareTo(wanted) == 0) {
            return !invoiced ? DELIVERED : paid ? PAID : INVOICED;
        }
        if (dispatched.compareTo(wanted) == 0) {
            return DISPATCHED;
        }
        if (allocated.compareTo(wanted) == 0) {
            return ALLOCATED;
        }
        return allocated.signum() > 0 ? PART_ALLOCATED : ACCEPTED;
    }

    public boolean canTransitionTo(OrderState next) {
        return this == next || successors().contains(next);
    }

    private Set<OrderState> successors() {
        return switch (this) {
            case REFUSED, CANCELLED, PAID -> EnumSet.noneOf(OrderState.class);
            case ACCEPTED, PART_ALLOCATED, ALLOCATED -> EnumSet.complementOf(EnumSet.of(REFUSED));
            case DISPATCHED -> EnumSet.of(DELIVERED, INVOICED, PAID);
            case DELIVERED -> EnumSet.of(INVOICED, PAID);
            case INVOICED -> EnumSet.of(PAID);
        };
    }
}
