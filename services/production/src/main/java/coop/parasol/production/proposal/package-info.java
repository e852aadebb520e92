/** What the firm proposes to producers of what nobody has committed yet; only the producer commits. */
@NullMarked
package coop.parasol.production.proposal;

import org.jspecify.annotations.NullMarked;
