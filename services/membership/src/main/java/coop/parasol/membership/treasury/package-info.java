/**
 * The firm's payments to its members, and the bank files for them. Knows neither members nor books: what it needs of them it declares
 * ({@code PayeeDirectory}, {@code PaymentLedger}, {@code PayableListener}) and others implement.
 */
@NullMarked
package coop.parasol.membership.treasury;

import org.jspecify.annotations.NullMarked;
