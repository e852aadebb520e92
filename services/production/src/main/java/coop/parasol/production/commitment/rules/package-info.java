/** When a commitment may change, and what a report does to it. */
@NullMarked
package coop.parasol.production.commitment.rules;

import org.jspecify.annotations.NullMarked;
