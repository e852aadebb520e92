/** How severely a producer's lots are inspected follows from what its lots before were found to be. */
@NullMarked
package coop.parasol.quality.switching.rules;

import org.jspecify.annotations.NullMarked;
