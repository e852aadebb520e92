/** Journal entries that the treasurer enters by hand, with a second person's approval. */
@NullMarked
package coop.parasol.membership.books.manualentry;

import org.jspecify.annotations.NullMarked;
