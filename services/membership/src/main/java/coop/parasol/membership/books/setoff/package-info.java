/** What a member owes the firm after its exit, settled by money that the firm comes to owe it later. */
@NullMarked
package coop.parasol.membership.books.setoff;

import org.jspecify.annotations.NullMarked;
