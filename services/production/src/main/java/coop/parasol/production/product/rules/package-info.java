/** In what a product is counted. */
@NullMarked
package coop.parasol.production.product.rules;

import org.jspecify.annotations.NullMarked;
