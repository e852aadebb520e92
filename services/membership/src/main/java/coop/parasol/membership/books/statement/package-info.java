/** Statements that a person keeps: figures equal to the books, as JSON and on paper. */
@NullMarked
package coop.parasol.membership.books.statement;

import org.jspecify.annotations.NullMarked;
