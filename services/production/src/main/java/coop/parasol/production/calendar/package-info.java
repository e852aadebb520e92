/** Days on which the firm does not work. */
@NullMarked
package coop.parasol.production.calendar;

import org.jspecify.annotations.NullMarked;
