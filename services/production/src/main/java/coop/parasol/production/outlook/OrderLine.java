package coop.parasol.production.outlook;

import coop.parasol.contracts.Period;
import coop.parasol.production.outlook.DemandOutlook.DemandChange;
import coop.parasol.production.outlook.PartnerDemand.Ordered;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line; whose it is, and product, grade, week and unit, are unknown until the order arrives. */
record OrderLine(
        UUID orderId,
        int line,
        @Nullable UUID partnerId,
        @Nullable String product,
        @Nullable String grade,
        @Nullable Period period,
        @Nullable String unit,
        BigDecimal ordered,
        BigDecimal dispatched,
        BigDecimal allocated,
        boolean cancelled) {

    /** What is ordered and neither dispatched nor cancelled. */
    BigDecimal open() {
        return cancelled ? BigDecimal.ZERO : notDispatched();
    }

    /** For how much of what is open goods are reserved. */
    BigDecimal reserved() {
        return open().min(allocated.subtract(dispatched)).max(BigDecimal.ZERO);
    }

    BigDecimal notDispatched() {
        return ordered.subtract(dispatched).max(BigDecimal.ZERO);
    }

    /** What is dispatched of what was ordered. */
    BigDecimal delivered() {
        return ordered.min(dispatched);
    }

    /** What of it consumes the partner's forecast: all, or of a cancelled line what was dispatched. */
    BigDecimal consuming() {
        return open().add(delivered());
    }

    OrderLine before(BigDecimal shipped) {
        return new OrderLine(
                orderId,
                line,
                partnerId,
                product,
                grade,
                period,
                unit,
                ordered,
                dispatched.subtract(shipped),
                allocated,
                cancelled);
    }

    OrderLine beforeItsAllocation(BigDecimal units) {
        return new OrderLine(
                orderId,
                line,
                partnerId,
                product,
                grade,
                period,
                unit,
                ordered,
                dispatched,
                allocated.subtract(units),
                cancelled);
    }

    OrderLine beforeItsCancellation() {
        return new OrderLine(
                orderId, line, partnerId, product, grade, period, unit, ordered, dispatched, allocated, false);
    }

    /** The same line before it was known; what was dispatched of it counted for nothing. */
    OrderLine beforeItsOrder() {
        return new OrderLine(
                orderId,
                line,
                partnerId,
                product,
                grade,
                period,
                unit,
                BigDecimal.ZERO,
                dispatched,
                allocated,
                cancelled);
    }

    /** A line before and after an event. */
    record Changed(OrderLine before, OrderLine after) {

        /** Nothing if the order is not yet known: what is open is added when it is. */
        Stream<DemandChange> demand() {
            return after.product() == null || after.grade() == null || after.period() == null || after.unit() == null
                    ? Stream.empty()
                    : Stream.of(new DemandChange(
                            after.product(),
                            after.grade(),
                            after.period(),
                            after.unit(),
                            after.open().subtract(before.open()),
                            after.delivered().subtract(before.delivered()),
                            BigDecimal.ZERO,
                            after.reserved().subtract(before.reserved())));
        }

        Stream<Ordered> ordered() {
            return after.partnerId() == null
                            || after.product() == null
                            || after.grade() == null
                            || after.period() == null
                            || after.unit() == null
                    ? Stream.empty()
                    : Stream.of(new Ordered(
                            after.partnerId(),
                            after.product(),
                            after.grade(),
                            after.period(),
                            after.unit(),
                            after.consuming().subtract(before.consuming())));
        }
    }
}
