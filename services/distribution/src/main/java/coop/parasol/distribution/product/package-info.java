/** The products of the brand as distribution knows them from their standards, and the lock on each product's stock. */
@NullMarked
package coop.parasol.distribution.product;

import org.jspecify.annotations.NullMarked;
