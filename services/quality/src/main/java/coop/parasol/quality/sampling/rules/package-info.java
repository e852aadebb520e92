/** Sampling by attributes, MIL-STD-105E: how many units are inspected, which, and how many may be bad. */
@NullMarked
package coop.parasol.quality.sampling.rules;

import org.jspecify.annotations.NullMarked;
