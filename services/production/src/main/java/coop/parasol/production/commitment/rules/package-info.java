/** When a commitment may be made or changed, and what a batch report does to it. */
@NullMarked
package coop.parasol.production.commitment.rules;

import org.jspecify.annotations.NullMarked;
