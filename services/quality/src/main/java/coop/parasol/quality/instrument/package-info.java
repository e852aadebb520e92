/** Measuring instruments and their calibrations. */
@NullMarked
package coop.parasol.quality.instrument;

import org.jspecify.annotations.NullMarked;
