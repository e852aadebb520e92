/** Handing over inside the freeze: what counts of a producer's commitment goes to another member that accepts it. */
@NullMarked
package coop.parasol.production.handover;

import org.jspecify.annotations.NullMarked;
