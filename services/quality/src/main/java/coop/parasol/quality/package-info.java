/** Quality: what a product must be, and which batches are that. */
@NullMarked
package coop.parasol.quality;

import org.jspecify.annotations.NullMarked;
