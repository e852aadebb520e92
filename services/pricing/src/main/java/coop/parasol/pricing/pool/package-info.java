/** Pools: which goods of members belong to them, what partners have paid for these, and what the bylaws say of both. */
@NullMarked
package coop.parasol.pricing.pool;

import org.jspecify.annotations.NullMarked;
