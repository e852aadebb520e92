/** What members have in the pools, as other services have told it: goods that are not sold or not paid yet, and receipts not yet divided. */
@NullMarked
package coop.parasol.membership.pool;

import org.jspecify.annotations.NullMarked;
