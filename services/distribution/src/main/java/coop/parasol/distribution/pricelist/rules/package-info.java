/** Which published price applies to an order line. */
@NullMarked
package coop.parasol.distribution.pricelist.rules;

import org.jspecify.annotations.NullMarked;
