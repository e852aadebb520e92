/** What a period's surplus or loss becomes. */
@NullMarked
package coop.parasol.membership.books.close.rules;

import org.jspecify.annotations.NullMarked;
