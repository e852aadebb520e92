/** Pages of the documents that payouts are drawn up as, and of members' tax registrations. */
@NullMarked
package coop.parasol.portal.document;

import org.jspecify.annotations.NullMarked;
