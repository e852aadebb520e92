/** From the application to the admission or refusal of a firm. */
@NullMarked
package coop.parasol.membership.admission;

import org.jspecify.annotations.NullMarked;
