/** The close of financial periods: the surplus is divided and allotted, or the loss borne. */
@NullMarked
package coop.parasol.membership.books.close;

import org.jspecify.annotations.NullMarked;
