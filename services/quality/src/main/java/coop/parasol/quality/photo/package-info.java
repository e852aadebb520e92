/** Photos that producers add to the batches that they have reported, for whoever inspects them. */
@NullMarked
package coop.parasol.quality.photo;

import org.jspecify.annotations.NullMarked;
