/** The catalogue that is shown to who orders: products, prices in force and available goods together. */
@NullMarked
package coop.parasol.distribution.catalogue;

import org.jspecify.annotations.NullMarked;
