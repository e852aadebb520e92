/** Which document a producer's payout is drawn up as, by templates that are data, and what it comes to. */
@NullMarked
package coop.parasol.pricing.document.rules;

import org.jspecify.annotations.NullMarked;
