/** The names of the producers, as membership has told them, for the people who read about their batches. */
@NullMarked
package coop.parasol.quality.directory;

import org.jspecify.annotations.NullMarked;
