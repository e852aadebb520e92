/** The products that have a published standard, with their unit and shelf life. */
@NullMarked
package coop.parasol.production.product;

import org.jspecify.annotations.NullMarked;
