/**
 * Normal, tightened and reduced inspection of each series of lots (one product of one producer), its discontinuation, and
 * corrective actions that resume it.
 */
@NullMarked
package coop.parasol.quality.switching;

import org.jspecify.annotations.NullMarked;
