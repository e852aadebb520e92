/** Periods and their close: the surplus is allotted, or the loss borne. */
@NullMarked
package coop.parasol.membership.books.close;

import org.jspecify.annotations.NullMarked;
