/** Payouts: members' parts of settled pools, owed and paid. */
@NullMarked
package coop.parasol.membership.treasury.payout;

import org.jspecify.annotations.NullMarked;
