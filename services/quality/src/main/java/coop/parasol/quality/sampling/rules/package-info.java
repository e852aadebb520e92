/**
 * Acceptance sampling by attributes, MIL-STD-105E (today ANSI/ASQ Z1.4 and ISO 2859-1): how many units of a lot are
 * inspected, which, and how many of them may be defective.
 */
@NullMarked
package coop.parasol.quality.sampling.rules;

import org.jspecify.annotations.NullMarked;
