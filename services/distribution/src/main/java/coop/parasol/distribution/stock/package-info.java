/** Certified goods, batch by batch, and the producers' shares in what is sold. */
@NullMarked
package coop.parasol.distribution.stock;

import org.jspecify.annotations.NullMarked;
