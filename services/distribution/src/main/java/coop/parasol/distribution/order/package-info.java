/** Orders: accepted at a price, given stock, cancelled. */
@NullMarked
package coop.parasol.distribution.order;

import org.jspecify.annotations.NullMarked;
