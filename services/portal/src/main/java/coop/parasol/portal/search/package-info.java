/** Finds what a desk has in hand: by a name, a number, a lot, an amount. */
@NullMarked
package coop.parasol.portal.search;

import org.jspecify.annotations.NullMarked;
