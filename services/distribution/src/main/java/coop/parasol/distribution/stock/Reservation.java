package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.stock.rules.StockAllocation.AllocatedUnits;
import java.util.UUID;

/**
 * Units of a batch reserved for an order line.
 *
 * @param period the week for which the order wants them
 */
public record Reservation(UUID orderId, int line, Period period, AllocatedUnits units) {}
