/** Tells open pages what has changed, from the services' events: only that it has, and only to whom it concerns. */
@NullMarked
package coop.parasol.portal.live;

import org.jspecify.annotations.NullMarked;
