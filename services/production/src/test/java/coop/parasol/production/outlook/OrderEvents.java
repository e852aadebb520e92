package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What distribution tells of orders with one line, of pieces of the best grade. */
final class OrderEvents {

    static final UUID PARTNER = new UUID(0, 1);
    static final Money PRICE = Money.of("1.00", "INR");
    static final Envelope ENVELOPE = new Envelope(new UUID(0, 0), "", "", 0, Instant.EPOCH, Cause.of("distribution"));

    private OrderEvents() {}

    static OrderAccepted accepted(UUID order, UUID partner, String product, Period week, long pieces) {
        return new OrderAccepted(
                order,
                partner,
                null,
                week,
                List.of(new OrderLine(1, product, "A", Quantity.of(pieces, "C62"), UnitPrice.of(PRICE), PRICE)),
                PRICE,
                Instant.EPOCH);
    }

    static ShipmentDispatched dispatched(UUID order, String product, long pieces) {
        return new ShipmentDispatched(
                UUID.randomUUID(),
                "089012340000000014",
                order,
                PARTNER,
                List.of(new ShippedGoods(
                        1,
                        product,
                        "A",
                        new UUID(0, 2),
                        new UUID(0, 3),
                        "L",
                        Quantity.of(pieces, "C62"),
                        UnitPrice.of(PRICE))),
                Instant.EPOCH);
    }
}
