/** Verifies a producer's payout statement without the system that made it. */
@NullMarked
package coop.parasol.local.statement;

import org.jspecify.annotations.NullMarked;
