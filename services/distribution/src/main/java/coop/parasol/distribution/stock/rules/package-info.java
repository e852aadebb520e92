/** Which batches an order line is allocated. */
@NullMarked
package coop.parasol.distribution.stock.rules;

import org.jspecify.annotations.NullMarked;
