/** One season told as a client of the REST interfaces, from the founding to a member's leaving. */
@NullMarked
package coop.parasol.local.season;

import org.jspecify.annotations.NullMarked;
