package coop.parasol.membership.exit;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exit as the member follows it.
 *
 * @param memberName as the member is called now
 * @param kind voluntary, death, dissolution or expulsion
 * @param document what proves a death or a dissolution
 * @param reversal of a recorded death or dissolution, if somebody has proposed it
 * @param boundAt when the notice was over and the exit became binding; absent before
 * @param valuedOn absent with the amounts until the share is valued
 * @param debts set off
 * @param stillOwed what the member owed beyond its equity at the valuation: a claim of the firm, no negative payment
 * @param claim what of it is open now; what the firm comes to owe the member later settles it
 * @param payable in {@code payments}: equal share + patronage capital - debts - holdback
 * @param paid so far, of the payable and of what was released of the holdback
 * @param paidAt when all that was valued was paid
 * @param lastStatementUntil how long the statement of its last pool is waited for at most, from the valuation on
 * @param endedAt when the membership was over
 * @param accessEndedAt when its account was closed, after its last pool was closed and paid
 * @param bylawsVersion in force at the request; {@code valuationBylawsVersion} at the valuation
 */
public record ExitView(
        UUID exitId,
        UUID memberId,
        String memberName,
        ExitState state,
        ExitKind kind,
        @Nullable String reason,
        @Nullable String document,
        @Nullable Reversal reversal,
        Instant requestedAt,
        LocalDate noticeUntil,
        @Nullable Instant boundAt,
        Clearances clearances,
        @Nullable LocalDate valuedOn,
        @Nullable Money equalShare,
        @Nullable Money patronageCapital,
        @Nullable Money debts,
        @Nullable Money stillOwed,
        @Nullable Money claim,
        @Nullable Holdback holdback,
        @Nullable Money payable,
        @Nullable Money paid,
        List<Payment> payments,
        @Nullable Instant paidAt,
        @Nullable LocalDate lastStatementUntil,
        @Nullable Instant endedAt,
        @Nullable Instant accessEndedAt,
        @Nullable Integer bylawsVersion,
        @Nullable Integer valuationBylawsVersion) {

    /**
     * Why the recorded death or dissolution is a mistake, and who says so.
     *
     * @param agreedBy the second person, with whom it is reversed
     */
    public record Reversal(
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String agreedBy) {}

    /** When each service had nothing open any more. */
    public record Clearances(
            @Nullable Instant production,
            @Nullable Instant quality,
            @Nullable Instant distribution) {}

    /**
     * What is kept for recalls of the member's batches.
     *
     * @param released absent until the months are over; {@code applied + left + released = amount}
     */
    public record Holdback(
            Money amount,
            LocalDate until,
            Money applied,
            Money left,
            @Nullable Money released) {}

    /** A part of the money; QUEUED waits for the next year's cap. */
    public record Payment(
            UUID paymentId,
            int number,
            ExitPayment.Kind kind,
            Money amount,
            LocalDate dueOn,
            ExitPaymentState state,
            @Nullable Instant paidAt,
            @Nullable String bankReference) {}

    /** @param owed what the member owes the firm now, in minor units */
    static ExitView of(ExitCase exit, String memberName, long owed, FirmCurrency currency) {
        boolean valued = exit.valuedOn != null;
        return new ExitView(
                exit.id,
                exit.memberId,
                memberName,
                exit.state,
                exit.kind,
                exit.reason,
                exit.document,
                reversal(exit),
                exit.requestedAt,
                exit.noticeUntil,
                exit.boundAt,
                new Clearances(exit.productionClearedAt, exit.qualityClearedAt, exit.distributionClearedAt),
                exit.valuedOn,
                money(exit.equalShare, currency),
                money(exit.patronageCapital, currency),
                money(exit.debts, currency),
                valued ? currency.money(exit.stillOwed) : null,
                valued ? currency.money(Math.max(0, owed)) : null,
                holdback(exit, currency),
                money(exit.payable, currency),
                valued ? currency.money(exit.paid) : null,
                valued ? payments(exit, currency) : List.of(),
                exit.paidAt,
                exit.lastStatementUntil,
                exit.endedAt,
                exit.accessEndedAt,
                exit.bylawsVersion,
                exit.valuationBylawsVersion);
    }

    private static @Nullable Reversal reversal(ExitCase exit) {
        return exit.reversalReason == null || exit.reversalProposedBy == null || exit.reversalProposedAt == null
                ? null
                : new Reversal(
                        exit.reversalReason, exit.reversalProposedBy, exit.reversalProposedAt, exit.reversalApprovedBy);
    }

    private static @Nullable Holdback holdback(ExitCase exit, FirmCurrency currency) {
        return exit.holdbackUntil == null
                ? null
                : new Holdback(
                        currency.money(exit.holdback),
                        exit.holdbackUntil,
                        currency.money(exit.holdbackApplied),
                        currency.money(exit.holdbackLeft()),
                        money(exit.holdbackReleased, currency));
    }

    private static List<Payment> payments(ExitCase exit, FirmCurrency currency) {
        return ExitPayment.of(exit.id).stream()
                .map(payment -> new Payment(
                        payment.id,
                        payment.number,
                        payment.kind,
                        currency.money(payment.amount),
                        payment.dueOn,
                        payment.state,
                        payment.paidAt,
                        payment.bankReference))
                .toList();
    }

    private static @Nullable Money money(@Nullable Long minor, FirmCurrency currency) {
        return minor == null ? null : currency.money(minor);
    }
}
