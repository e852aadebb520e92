/** Production: what producers decide for themselves, how much they make and how. */
@NullMarked
package coop.parasol.production;

import org.jspecify.annotations.NullMarked;
