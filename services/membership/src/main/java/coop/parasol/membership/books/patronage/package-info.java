/** What members have earned by their business with the firm: volumes, capital by year, and what is paid of it. */
@NullMarked
package coop.parasol.membership.books.patronage;

import org.jspecify.annotations.NullMarked;
