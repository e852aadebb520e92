/** Production: what producers decide for themselves - how much they make, and how - and what of the demand nobody has committed yet. */
@NullMarked
package coop.parasol.production;

import org.jspecify.annotations.NullMarked;
