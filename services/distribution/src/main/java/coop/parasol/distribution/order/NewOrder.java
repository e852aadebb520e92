package coop.parasol.distribution.order;

import coop.parasol.distribution.order.rules.PriceBreak;
import coop.parasol.messaging.Cause;
import java.util.List;
import java.util.Map;

/**
 * An order that was decided and is to be put on record, and the call that placed it.
 *
 * @param breaks of the prices that each line was accepted by; a line that costs the same in any quantity is missing
 */
record NewOrder(Order order, Cause cause, Map<Integer, List<PriceBreak>> breaks) {}
