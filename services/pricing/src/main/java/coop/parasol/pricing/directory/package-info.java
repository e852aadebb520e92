/** The names of the producers, as membership has told them, for the people who read what they are paid. */
@NullMarked
package coop.parasol.pricing.directory;

import org.jspecify.annotations.NullMarked;
