package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import java.util.UUID;

/** Units of a batch reserved for an order line; they count into the producer's fair share of the product and period. */
public record Reservation(UUID orderId, int line, String product, Period period, AllocatedUnits units) {}
