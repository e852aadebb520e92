/** The audit of distribution: adds everything up again and compares it with the numbers that are kept while running. */
@NullMarked
package coop.parasol.distribution.conservation;

import org.jspecify.annotations.NullMarked;
