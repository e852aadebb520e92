/**
 * Leaving the firm with one's property: requested in RequestExit, or recorded in RecordTermination; cleared, valued in ValueExit by
 * rules/ExitSettlement, and paid through ExitPaymentQueue.
 */
@NullMarked
package coop.parasol.membership.exit;

import org.jspecify.annotations.NullMarked;
