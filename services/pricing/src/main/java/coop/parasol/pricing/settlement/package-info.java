/** Pools of what was paid for members' goods, and how they are divided among the producers. */
@NullMarked
package coop.parasol.pricing.settlement;

import org.jspecify.annotations.NullMarked;
