/** Payout statements: what each producer is paid out of a settled pool, line by line. */
@NullMarked
package coop.parasol.pricing.statement;

import org.jspecify.annotations.NullMarked;
