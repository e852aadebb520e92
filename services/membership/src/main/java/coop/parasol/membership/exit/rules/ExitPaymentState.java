package coop.parasol.membership.exit.rules;

/**
 * <pre>
 * PLANNED -> DUE <-> PAID   (the bank has sent the money back)
 *    |        ^
 *    -> QUEUED    (due, but the year's cap on redemptions is used up)
 * </pre>
 */
public enum ExitPaymentState {
    PLANNED,
    QUEUED,
    DUE,
    PAID
}
