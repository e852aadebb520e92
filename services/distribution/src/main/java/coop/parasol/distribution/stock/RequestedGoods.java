package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;

/**
 * Goods that an order line asks for.
 *
 * @param period the week the goods are wanted in; what is allocated counts into the fair shares of that week
 */
public record RequestedGoods(ProductGrade goods, Period period) {}
