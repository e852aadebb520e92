/** Statements that a member keeps: of a year and of an exit, with figures equal to the books, as JSON and as PDF. */
@NullMarked
package coop.parasol.membership.books.statement;

import org.jspecify.annotations.NullMarked;
