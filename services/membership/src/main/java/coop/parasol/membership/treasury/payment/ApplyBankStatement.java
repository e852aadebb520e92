package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.BankStatementFile.Direction;
import coop.parasol.membership.treasury.payment.ConfirmPayment.AlreadyPaid;
import coop.parasol.membership.treasury.payment.ConfirmPayment.NotSent;
import coop.parasol.membership.treasury.payment.ConfirmPayment.OtherAmount;
import coop.parasol.membership.treasury.payment.ConfirmPayment.Outcome;
import coop.parasol.membership.treasury.payment.ConfirmPayment.Paid;
import coop.parasol.membership.treasury.payment.ConfirmPayment.UnknownPayable;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks as paid what the bank's statement says it has paid, and reverses what has come back, each in a transaction of its own, so
 * that an interruption loses nothing: the same file applied again goes on where it stopped.
 */
@ApplicationScoped
class ApplyBankStatement {

    private final ConfirmPayment confirmPayment;
    private final ReturnPayment returnPayment;
    private final FirmCurrency currency;

    ApplyBankStatement(ConfirmPayment confirmPayment, ReturnPayment returnPayment, FirmCurrency currency) {
        this.confirmPayment = confirmPayment;
        this.returnPayment = returnPayment;
        this.currency = currency;
    }

    /**
     * What became of one line.
     *
     * @param outcome {@code paid}, {@code returned}, or why neither: {@code paid-by-another-reference},
     *     {@code returned-by-another-reference}, {@code not-paid}, {@code unknown}, {@code another-amount}, {@code not-sent},
     *     {@code not-booked}, {@code not-outgoing}, {@code unreadable-amount}
     */
    record Line(
            @Nullable String endToEndId,
            @Nullable String amount,
            String bankReference,
            String outcome,
            @Nullable String detail) {}

    /**
     * Applies the payments before the returns, in whichever order the bank lists them.
     *
     * @return what became of each line, in the bank's order
     */
    List<Line> apply(BankStatementFile file, Cause cause) {
        @Nullable Line[] applied = new @Nullable Line[file.lines().size()];
        for (boolean returns : new boolean[] {false, true}) {
            for (int i = 0; i < applied.length; i++) {
                BankStatementFile.Line line = file.lines().get(i);
                if (returns == (line.direction() == Direction.RETURNED)) {
                    applied[i] = apply(line, cause);
                }
            }
        }
        return Arrays.stream(applied).map(Objects::requireNonNull).toList();
    }

    private Line apply(BankStatementFile.Line line, Cause cause) {
        Optional<UUID> id = Optional.ofNullable(line.endToEndId()).flatMap(ApplyBankStatement::id);
        if (line.direction() == Direction.OTHER) {
            return line(
                    line,
                    "not-outgoing",
                    id.isPresent() ? "It names a payable, but the bank does not call it a return." : null);
        }
        if (id.isEmpty()) {
            return line(line, "unknown", "No payable is named.");
        }
        if (!line.booked()) {
            return line(line, "not-booked", "The bank has only announced it.");
        }
        if (line.amount() == null) {
            return line(line, "unreadable-amount", null);
        }
        return line.direction() == Direction.RETURNED
                ? returned(line, id.get(), cause)
                : paid(line, id.get(), line.amount(), cause);
    }

    private Line paid(BankStatementFile.Line line, UUID id, Money amount, Cause cause) {
        Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> confirmPayment.paidByBank(id, amount, line.bankReference(), cause));
        return switch (outcome) {
            case Paid paid -> line(line, "paid", null);
            case AlreadyPaid before -> paidAgain(line, before.payable());
            case OtherAmount another -> line(line, "another-amount", "The firm owes " + another.owed() + ".");
            case NotSent not -> line(line, "not-sent", "The payable is " + not.state() + ", in no approved run.");
            case UnknownPayable unknown -> line(line, "unknown", "There is no such payable.");
        };
    }

    private Line returned(BankStatementFile.Line line, UUID id, Cause cause) {
        ReturnPayment.Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> returnPayment.returned(id, line.amount(), line.bankReference(), line.reason(), cause));
        return switch (outcome) {
            case ReturnPayment.Returned returned -> line(line, "returned", line.reason());
            case ReturnPayment.AlreadyReturned before ->
                line.bankReference().equals(before.payable().returnReference)
                                && currency.money(before.payable().remainder()).equals(line.amount())
                        ? line(line, "returned", line.reason())
                        : line(
                                line,
                                "returned-by-another-reference",
                                "It has come back by " + before.payable().returnReference + ".");
            case ReturnPayment.OtherAmount another ->
                line(line, "another-amount", "The firm has paid " + another.paid() + ".");
            case ReturnPayment.NotPaid not -> line(line, "not-paid", "The payable is " + not.state() + ", not paid.");
            case ReturnPayment.UnknownPayable unknown -> line(line, "unknown", "There is no such payable.");
        };
    }

    /** The same movement read again is what it was; another one for the same payable is a second payment, which people look into. */
    private Line paidAgain(BankStatementFile.Line line, Payable payable) {
        boolean same = line.bankReference().equals(payable.bankReference)
                && currency.money(payable.remainder()).equals(line.amount());
        return same
                ? line(line, "paid", null)
                : line(line, "paid-by-another-reference", "It was paid by " + payable.bankReference + ".");
    }

    private static Line line(BankStatementFile.Line line, String outcome, @Nullable String detail) {
        return new Line(
                line.endToEndId(),
                line.amount() == null ? null : line.amount().toString(),
                line.bankReference(),
                outcome,
                detail);
    }

    private static Optional<UUID> id(String text) {
        String dashed = text.replaceFirst(
                "^(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})$",
                "$1-$2-$3-$4-$5");
        try {
            return dashed.length() == 36 ? Optional.of(UUID.fromString(dashed)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
