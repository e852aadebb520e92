/** Documents that payouts are drawn up as where the law of the firm's country asks for one: numbered, kept as they were. */
@NullMarked
package coop.parasol.pricing.document;

import org.jspecify.annotations.NullMarked;
