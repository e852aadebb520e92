/** How much of what counts may be handed over. */
@NullMarked
package coop.parasol.production.handover.rules;

import org.jspecify.annotations.NullMarked;
