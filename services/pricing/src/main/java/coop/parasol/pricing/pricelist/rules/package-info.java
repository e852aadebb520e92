/** Who may publish a price. */
@NullMarked
package coop.parasol.pricing.pricelist.rules;

import org.jspecify.annotations.NullMarked;
