/** When an order is accepted, and what state it is in. */
@NullMarked
package coop.parasol.distribution.order.rules;

import org.jspecify.annotations.NullMarked;
