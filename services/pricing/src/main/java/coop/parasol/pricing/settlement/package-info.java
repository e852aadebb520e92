/** Pools of what was paid for the members' goods, and their settlement. */
@NullMarked
package coop.parasol.pricing.settlement;

import org.jspecify.annotations.NullMarked;
