/** Commitments: what producers have promised to make of a product in an ISO week. */
@NullMarked
package coop.parasol.production.commitment;

import org.jspecify.annotations.NullMarked;
