/** What every owner may read of the books: journal, account statements, balance sheet, income statement, proof. */
@NullMarked
package coop.parasol.membership.books.reports;

import org.jspecify.annotations.NullMarked;
