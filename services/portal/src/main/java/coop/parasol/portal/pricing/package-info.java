/** The pricing desk's pages: prices in force, price lists, and the settlement of pools. */
@NullMarked
package coop.parasol.portal.pricing;

import org.jspecify.annotations.NullMarked;
