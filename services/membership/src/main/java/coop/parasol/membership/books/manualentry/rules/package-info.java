/** Which entries may be entered by hand. */
@NullMarked
package coop.parasol.membership.books.manualentry.rules;

import org.jspecify.annotations.NullMarked;
