/** Clears a leaving member when none of the batches it has reported awaits a decision. */
@NullMarked
package coop.parasol.quality.exit;

import org.jspecify.annotations.NullMarked;
