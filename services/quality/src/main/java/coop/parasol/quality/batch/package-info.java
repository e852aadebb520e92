/** Batches from a producer's report to the decision about them: their sample, and certification, rejection or rework. */
@NullMarked
package coop.parasol.quality.batch;

import org.jspecify.annotations.NullMarked;
