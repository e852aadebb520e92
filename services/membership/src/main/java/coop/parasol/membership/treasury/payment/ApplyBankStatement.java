package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.treasury.payment.BankStatementFile.Direction;
import coop.parasol.membership.treasury.payment.ConfirmPayment.AnotherAmount;
import coop.parasol.membership.treasury.payment.ConfirmPayment.NotSent;
import coop.parasol.membership.treasury.payment.ConfirmPayment.Outcome;
import coop.parasol.membership.treasury.payment.ConfirmPayment.Paid;
import coop.parasol.membership.treasury.payment.ConfirmPayment.PaidBefore;
import coop.parasol.membership.treasury.payment.ConfirmPayment.Unknown;
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
 * Marks as paid what the bank's statement says it has paid, and books back what has come back, each in a transaction of its own, so that a standstill in the middle
 * loses nothing: the same file read again goes on where it stopped.
 */
@ApplicationScoped
class ApplyBankStatement {

    private final ConfirmPayment confirmPayment;
    private final ReturnPayment returnPayment;
    private final Firm firm;

    ApplyBankStatement(ConfirmPayment confirmPayment, ReturnPayment returnPayment, Firm firm) {
        this.confirmPayment = confirmPayment;
        this.returnPayment = returnPayment;
        this.firm = firm;
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

    /** What has gone before what has come back, in whichever order the bank lists them; told in the bank's order. */
    List<Line> read(BankStatementFile file, Cause cause) {
        @Nullable Line[] read = new @Nullable Line[file.lines().size()];
        for (boolean back : new boolean[] {false, true}) {
            for (int i = 0; i < read.length; i++) {
                BankStatementFile.Line line = file.lines().get(i);
                if (back == (line.direction() == Direction.BACK)) {
                    read[i] = read(line, cause);
                }
            }
        }
        return Arrays.stream(read).map(Objects::requireNonNull).toList();
    }

    private Line read(BankStatementFile.Line line, Cause cause) {
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
        return line.direction() == Direction.BACK
                ? back(line, id.get(), cause)
                : gone(line, id.get(), line.amount(), cause);
    }

    private Line gone(BankStatementFile.Line line, UUID id, Money amount, Cause cause) {
        Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> confirmPayment.paidByBank(id, amount, line.bankReference(), cause));
        return switch (outcome) {
            case Paid paid -> line(line, "paid", null);
            case PaidBefore before -> again(line, before.payable());
            case AnotherAmount another -> line(line, "another-amount", "The firm owes " + another.owed() + ".");
            case NotSent not -> line(line, "not-sent", "It is " + not.state() + ", in no approved run.");
            case Unknown unknown -> line(line, "unknown", "There is no such payable.");
        };
    }

    private Line back(BankStatementFile.Line line, UUID id, Cause cause) {
        ReturnPayment.Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> returnPayment.returned(id, line.amount(), line.bankReference(), line.reason(), cause));
        return switch (outcome) {
            case ReturnPayment.Returned returned -> line(line, "returned", line.reason());
            case ReturnPayment.ReturnedBefore before ->
                line.bankReference().equals(before.payable().returnReference)
                                && firm.money(before.payable().amount).equals(line.amount())
                        ? line(line, "returned", line.reason())
                        : line(
                                line,
                                "returned-by-another-reference",
                                "It has come back by " + before.payable().returnReference + ".");
            case ReturnPayment.AnotherAmount another ->
                line(line, "another-amount", "The firm has paid " + another.paid() + ".");
            case ReturnPayment.NotPaid not -> line(line, "not-paid", "It is " + not.state() + ", not paid.");
            case ReturnPayment.Unknown unknown -> line(line, "unknown", "There is no such payable.");
        };
    }

    /** The same movement read again is what it was; another one for the same payable is a second payment, which people look into. */
    private Line again(BankStatementFile.Line line, Payable payable) {
        boolean same = line.bankReference().equals(payable.bankReference)
                && firm.money(payable.amount).equals(line.amount());
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
