package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.web.BankData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the firm owes a member, as it is shown to the treasurer and the member.
 *
 * @param sourceId what it is owed for, of its kind: a payout, a payout document, an allotment, a patronage lot, an exit's payment
 * @param setOff of the amount, what has settled a claim of the firm; only the remainder is paid
 * @param heldBecause why it is not paid: {@code no-bank-account}, or in words
 * @param reportedPaid what the bank's statement says that it has paid, where no set-off explains it, with the bank's reference
 * @param awaitsDecision whether two treasurers are to say whether the bank has paid it or it is owed
 * @param loginResetAt when two registrars gave the member a new password, if no run has paid it since: ask it whether the
 *     account is its own
 * @param transferNumber 1, and one more each time that the bank has sent the money back
 * @param returnedAt when the money came back, with the bank's reference and reason; {@code replacedBy} is owed since
 * @param bylawsVersion the bylaws in force when it came to be owed
 */
public record PayableView(
        UUID payableId,
        PayableKind kind,
        UUID sourceId,
        UUID memberId,
        String memberName,
        Money amount,
        Money setOff,
        LocalDate dueOn,
        String narrative,
        PayableState state,
        @Nullable String heldBecause,
        @Nullable Money reportedPaid,
        @Nullable String reportedReference,
        boolean awaitsDecision,
        @Nullable UUID runId,
        @BankData @Nullable String iban,
        @Nullable Instant loginResetAt,
        @Nullable String bankReference,
        @Nullable Instant paidAt,
        int transferNumber,
        @Nullable Instant returnedAt,
        @Nullable String returnReference,
        @Nullable String returnReason,
        @Nullable UUID replacedBy,
        int bylawsVersion) {

    static PayableView of(Payable payable, String memberName, FirmCurrency currency) {
        return new PayableView(
                payable.id,
                payable.kind,
                payable.sourceId,
                payable.memberId,
                memberName,
                currency.money(payable.amount),
                currency.money(payable.setOff),
                payable.dueOn,
                payable.narrative,
                payable.state,
                payable.heldBecause,
                payable.reportedPaid == null ? null : currency.money(payable.reportedPaid),
                payable.reportedReference,
                payable.awaitsDecision(),
                payable.runId,
                payable.iban,
                payable.loginResetAt,
                payable.bankReference,
                payable.paidAt,
                payable.transferNumber,
                payable.returnedAt,
                payable.returnReference,
                payable.returnReason,
                payable.replacedBy,
                payable.bylawsVersion);
    }
}
