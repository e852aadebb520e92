/** Which batches a recall may be about, and what it does to their certificates. */
@NullMarked
package coop.parasol.quality.recall.rules;

import org.jspecify.annotations.NullMarked;
