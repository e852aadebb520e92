/** The products that have a published standard, with the unit and the grades that prices are made for. */
@NullMarked
package coop.parasol.pricing.product;

import org.jspecify.annotations.NullMarked;
