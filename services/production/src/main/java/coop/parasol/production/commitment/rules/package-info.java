/** When a commitment may be changed, and what a batch report does to it. */
@NullMarked
package coop.parasol.production.commitment.rules;

import org.jspecify.annotations.NullMarked;
