/** Decisions of the quality desk about many batches: to suspend, reinstate or recall them. */
@NullMarked
package coop.parasol.quality.recall;

import org.jspecify.annotations.NullMarked;
