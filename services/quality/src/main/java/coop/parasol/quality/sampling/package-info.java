/** How many units are inspected, and how many may be bad: MIL-STD-105E to ask and to judge by. */
@NullMarked
package coop.parasol.quality.sampling;

import org.jspecify.annotations.NullMarked;
