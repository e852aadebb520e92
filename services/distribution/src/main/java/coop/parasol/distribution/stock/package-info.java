/** Certified goods, batch by batch: where their units are, what is reserved for orders, and the producers' fair shares. */
@NullMarked
package coop.parasol.distribution.stock;

import org.jspecify.annotations.NullMarked;
