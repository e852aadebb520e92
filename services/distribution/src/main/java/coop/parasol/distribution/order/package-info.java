/** Orders: accepted at a price or refused, allocated, cancelled. */
@NullMarked
package coop.parasol.distribution.order;

import org.jspecify.annotations.NullMarked;
