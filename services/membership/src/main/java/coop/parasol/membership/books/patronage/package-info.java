/** Patronage: members' business with the firm, what closes have allotted for it, and the capital that is left in the firm. */
@NullMarked
package coop.parasol.membership.books.patronage;

import org.jspecify.annotations.NullMarked;
