package coop.parasol.membership.payment;

import coop.parasol.membership.Firm;
import coop.parasol.membership.payment.ConfirmPayment.AnotherAmount;
import coop.parasol.membership.payment.ConfirmPayment.NotSent;
import coop.parasol.membership.payment.ConfirmPayment.Outcome;
import coop.parasol.membership.payment.ConfirmPayment.Paid;
import coop.parasol.membership.payment.ConfirmPayment.PaidBefore;
import coop.parasol.membership.payment.ConfirmPayment.Unknown;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks as paid what the bank's statement says it has paid, each in a transaction of its own, so that a standstill in the middle
 * loses nothing: the same file read again goes on where it stopped.
 */
@ApplicationScoped
class ReadStatement {

    private final ConfirmPayment confirmPayment;
    private final Firm firm;

    ReadStatement(ConfirmPayment confirmPayment, Firm firm) {
        this.confirmPayment = confirmPayment;
        this.firm = firm;
    }

    /**
     * What became of one line.
     *
     * @param outcome {@code paid}, or why it is not: {@code paid-by-another-reference}, {@code unknown}, {@code another-amount},
     *     {@code not-sent}, {@code not-booked}, {@code not-outgoing}, {@code unreadable-amount}
     */
    record Line(
            @Nullable String endToEndId,
            @Nullable String amount,
            String bankReference,
            String outcome,
            @Nullable String detail) {}

    List<Line> read(StatementFile file, Cause cause) {
        return file.lines().stream().map(line -> read(line, cause)).toList();
    }

    private Line read(StatementFile.Line line, Cause cause) {
        Optional<UUID> id = Optional.ofNullable(line.endToEndId()).flatMap(ReadStatement::id);
        if (!line.out()) {
            return line(line, "not-outgoing", id.isPresent() ? "Money of this payable has come back." : null);
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
        Outcome outcome = QuarkusTransaction.requiringNew()
                .call(() -> confirmPayment.paid(id.get(), line.amount(), line.bankReference(), cause));
        return switch (outcome) {
            case Paid paid -> line(line, "paid", null);
            case PaidBefore before -> again(line, before.payable());
            case AnotherAmount another -> line(line, "another-amount", "The firm owes " + another.owed() + ".");
            case NotSent not -> line(line, "not-sent", "It is " + not.state() + ", in no approved run.");
            case Unknown unknown -> line(line, "unknown", "There is no such payable.");
        };
    }

    /** The same movement read again is what it was; another one for the same payable is a second payment, which people look into. */
    private Line again(StatementFile.Line line, Payable payable) {
        boolean same = line.bankReference().equals(payable.bankReference)
                && firm.money(payable.amount).equals(line.amount());
        return same
                ? line(line, "paid", null)
                : line(line, "paid-by-another-reference", "It was paid by " + payable.bankReference + ".");
    }

    private static Line line(StatementFile.Line line, String outcome, @Nullable String detail) {
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
