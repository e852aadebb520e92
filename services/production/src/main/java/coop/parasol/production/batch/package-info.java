/** Batches: what producers report they have made, and what quality has decided about it. */
@NullMarked
package coop.parasol.production.batch;

import org.jspecify.annotations.NullMarked;
