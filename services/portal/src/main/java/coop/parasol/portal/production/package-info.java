/** A producer's work: what is wanted, what it commits, and the batches that it reports. */
@NullMarked
package coop.parasol.portal.production;

import org.jspecify.annotations.NullMarked;
