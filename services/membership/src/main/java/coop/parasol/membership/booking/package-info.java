/** Books what other services have decided about money. */
@NullMarked
package coop.parasol.membership.booking;

import org.jspecify.annotations.NullMarked;
