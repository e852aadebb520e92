/** The inspection report and certificate of analysis of a certified lot, for its buyer. */
@NullMarked
package coop.parasol.quality.report;

import org.jspecify.annotations.NullMarked;
