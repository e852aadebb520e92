/** How batches are named under the brand. */
@NullMarked
package coop.parasol.quality.batch.rules;

import org.jspecify.annotations.NullMarked;
