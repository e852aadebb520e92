/** Periods and their close: the surplus is allotted, or the loss borne. */
@NullMarked
package coop.parasol.membership.close;

import org.jspecify.annotations.NullMarked;
