/** How a producer's batches fare, for itself: next to the others', without knowing who they are. */
@NullMarked
package coop.parasol.quality.producer;

import org.jspecify.annotations.NullMarked;
