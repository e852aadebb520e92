/** Plays one season of the firm through the REST interfaces, from admitting members to a member's exit. */
@NullMarked
package coop.parasol.local.season;

import org.jspecify.annotations.NullMarked;
