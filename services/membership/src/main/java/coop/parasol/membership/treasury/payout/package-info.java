/** Money of settled pools on its way to the producers. */
@NullMarked
package coop.parasol.membership.treasury.payout;

import org.jspecify.annotations.NullMarked;
