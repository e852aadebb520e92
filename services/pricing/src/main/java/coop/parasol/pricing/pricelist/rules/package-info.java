/** What a price list must satisfy before it is drafted. */
@NullMarked
package coop.parasol.pricing.pricelist.rules;

import org.jspecify.annotations.NullMarked;
