/** What the standards say about products, as far as production needs it. */
@NullMarked
package coop.parasol.production.product;

import org.jspecify.annotations.NullMarked;
