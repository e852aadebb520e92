/** Prices, from the draft to the publication by two persons. */
@NullMarked
package coop.parasol.pricing.pricelist;

import org.jspecify.annotations.NullMarked;
