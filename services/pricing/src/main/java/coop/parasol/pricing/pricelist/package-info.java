/** Price lists: prices for partners and grade differentials for pools, drafted by one person and published by another. */
@NullMarked
package coop.parasol.pricing.pricelist;

import org.jspecify.annotations.NullMarked;
