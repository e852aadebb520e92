package coop.parasol.distribution.order.rules;

import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;

/**
 * A price that holds from a quantity on, until the next break.
 *
 * @param minimumQuantity in the unit of the line
 */
public record PriceBreak(BigDecimal minimumQuantity, UnitPrice unitPrice) {}
