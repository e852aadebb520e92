package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Cause;
import java.util.Map;

/** Goods of orders that were invoiced, and that cost more since their partner wants less of their line. */
public interface RepricedGoods {

    /**
     * How much more the goods that were invoiced of an order cost.
     *
     * @param prices new ones, by line
     */
    Money due(Order order, Map<Integer, UnitPrice> prices);

    /**
     * Charges that, and brings the order's state and amounts and its partner's credit in line with its lines, also where nothing is to
     * be charged.
     *
     * @param before as it was locked, before its lines were changed
     * @param prices new ones, by line
     * @return the order as it is now
     */
    Order charge(Order before, Map<Integer, UnitPrice> prices, Cause cause);
}
