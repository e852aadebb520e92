/** Advances: what members are paid for certified goods before these are sold, and how it comes back. */
@NullMarked
package coop.parasol.pricing.advance;

import org.jspecify.annotations.NullMarked;
