package coop.parasol.portal.notice.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.time.Instant;
import java.util.UUID;

/** Events that less of a line is wanted or delivered. */
public final class ReducedLines {

    private ReducedLines() {}

    /** 120 lamps in place of 200, at 10.00. */
    public static OrderLineReduced reduced(ReductionCause cause, boolean transcribed) {
        return new OrderLineReduced(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "PO-7",
                2,
                "LAMP",
                "A",
                Period.parse("2026-W48"),
                Quantity.of(200, "C62"),
                Quantity.of(120, "C62"),
                UnitPrice.of("10.00", "INR", 1),
                Money.of("1200.00", "INR"),
                cause,
                transcribed,
                "the kiln is broken",
                Instant.EPOCH);
    }
}
