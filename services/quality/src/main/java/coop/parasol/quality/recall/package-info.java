/** Decisions of the quality desk to suspend, reinstate or recall the certificates of many batches. */
@NullMarked
package coop.parasol.quality.recall;

import org.jspecify.annotations.NullMarked;
