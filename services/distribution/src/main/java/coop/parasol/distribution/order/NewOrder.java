package coop.parasol.distribution.order;

import coop.parasol.messaging.Cause;

/** An order that was decided and is to be put on record, and the call that placed it. */
record NewOrder(Order order, Cause cause) {}
