/** A producer as a member of the firm: its money, its share, the books, votes, leaving, and what is known of it. */
@NullMarked
package coop.parasol.portal.member;

import org.jspecify.annotations.NullMarked;
