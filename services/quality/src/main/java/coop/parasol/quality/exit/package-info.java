/** Clears a leaving member when none of its batches awaits a decision. */
@NullMarked
package coop.parasol.quality.exit;

import org.jspecify.annotations.NullMarked;
