/** What two persons of the desks decide together. */
@NullMarked
package coop.parasol.membership.desk;

import org.jspecify.annotations.NullMarked;
