/** Batches from the sample to the certificate. */
@NullMarked
package coop.parasol.quality.batch;

import org.jspecify.annotations.NullMarked;
