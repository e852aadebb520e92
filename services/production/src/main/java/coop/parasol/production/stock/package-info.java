/** Certified stock: how much of each product is certified, may be sold and has not yet been dispatched. */
@NullMarked
package coop.parasol.production.stock;

import org.jspecify.annotations.NullMarked;
