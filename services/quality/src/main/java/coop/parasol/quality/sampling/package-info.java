/** The sampling plans of MIL-STD-105E, for anybody to look up. */
@NullMarked
package coop.parasol.quality.sampling;

import org.jspecify.annotations.NullMarked;
