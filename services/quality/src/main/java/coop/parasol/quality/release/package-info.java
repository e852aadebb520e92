/** Rejected lots that two persons of the quality desk release for sale: under a concession, or in a lower grade. */
@NullMarked
package coop.parasol.quality.release;

import org.jspecify.annotations.NullMarked;
