/** What is said of the measured values of a sample. */
@NullMarked
package coop.parasol.quality.report.rules;

import org.jspecify.annotations.NullMarked;
