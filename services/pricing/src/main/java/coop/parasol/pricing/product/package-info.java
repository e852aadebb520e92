/** What the standards say about products, as far as prices need it. */
@NullMarked
package coop.parasol.pricing.product;

import org.jspecify.annotations.NullMarked;
