/** Who may inspect a batch, what an inspection must hold, and what is counted in the results of a sample. */
@NullMarked
package coop.parasol.quality.inspection.rules;

import org.jspecify.annotations.NullMarked;
