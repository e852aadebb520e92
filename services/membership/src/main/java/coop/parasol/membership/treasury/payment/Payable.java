package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An amount that the firm owes a member from a day on. */
@Entity
public class Payable extends PanacheEntityBase {

    /** {@link #awaitsDecision} as a condition. */
    static final String AWAITS_DECISION = "state = HELD and heldBecause <> '" + Payables.NO_BANK_ACCOUNT
            + "' or state = CANCELLED and reportedPaid is not null and setOff = amount";

    @Id
    public UUID id;

    /** What it is owed for; with {@link #sourceId} for which one. */
    @Enumerated(EnumType.STRING)
    public PayableKind kind;

    public UUID sourceId;
    public UUID memberId;
    public long amount;

    /** Of the amount, what has settled a claim of the firm. */
    public long setOff;

    public LocalDate dueOn;

    /** What the member reads on its bank statement. */
    public String narrative;

    @Enumerated(EnumType.STRING)
    public PayableState state;

    public @Nullable String heldBecause;
    public @Nullable UUID runId;

    /** Name and account that the run sends it to. */
    public @Nullable String creditor;

    public @Nullable String iban;

    /** When its member was given a new password, if no run has paid the member since: whoever approves the run looks at it. */
    public @Nullable Instant loginResetAt;

    /** The approved run in which it was when somebody last entered that the bank rejected it, and to whom it was sent then. */
    public @Nullable UUID rejectedIn;

    public @Nullable String rejectedCreditor;
    public @Nullable String rejectedIban;

    /** What the bank's statement says that it has paid, where no set-off explains it; minor units. Two persons decide. */
    public @Nullable Long reportedPaid;

    /** The bank's own name of that transfer. */
    public @Nullable String reportedReference;

    public @Nullable String bankReference;
    public @Nullable Instant paidAt;
    public @Nullable String paidBy;

    /** Number of the journal entry by which it is posted as paid. */
    public @Nullable Long entry;

    /** 1, and one more each time that the bank has sent the money back. */
    public int transferNumber = 1;

    public @Nullable Instant returnedAt;
    public @Nullable String returnedBy;
    public @Nullable String returnReference;
    public @Nullable String returnReason;

    /** The payable that is owed in its place since the money has come back. */
    public @Nullable UUID replacedBy;

    /** The bylaws in force when it came to be owed. */
    public int bylawsVersion;

    public Instant createdAt;

    @Version
    public long version;

    static Optional<Payable> lock(UUID id) {
        return Payable.<Payable>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The one that is owed now, or was paid and has stayed so. */
    static Optional<Payable> lock(PayableKind kind, UUID sourceId) {
        return Payable.<Payable>find(
                        "kind = ?1 and sourceId = ?2 and state <> ?3", kind, sourceId, PayableState.RETURNED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** What {@link #lock(PayableKind, UUID)} locks, as it was read. */
    static Optional<Payable> current(PayableKind kind, UUID sourceId) {
        return Payable.<Payable>find(
                        "kind = ?1 and sourceId = ?2 and state <> ?3", kind, sourceId, PayableState.RETURNED)
                .singleResultOptional();
    }

    /** What is to be paid, or was: the amount less what has settled a claim of the firm; minor units. */
    long remainder() {
        return amount - setOff;
    }

    /** Whether a claim of the firm has settled it whole, so that nothing of it is owed. */
    boolean isSettled() {
        return state == PayableState.CANCELLED && remainder() == 0;
    }

    /** Whether two treasurers are to say what becomes of it ({@link DecideHold}). */
    boolean awaitsDecision() {
        return switch (state) {
            case HELD -> !Payables.NO_BANK_ACCOUNT.equals(heldBecause);
            case CANCELLED -> reportedPaid != null && isSettled();
            case OPEN, IN_RUN, PAID, RETURNED -> false;
        };
    }

    /** It is owed, and no longer held. */
    void liftHold() {
        transitionTo(PayableState.OPEN);
        heldBecause = null;
    }

    /** It is in the approved run again from which it was last taken as rejected. */
    void returnToRun() {
        transitionTo(PayableState.IN_RUN);
        runId = rejectedIn;
        creditor = rejectedCreditor;
        iban = rejectedIban;
    }

    /** @param amount what was paid, in the firm's currency */
    PaidPayable asPaid(Money amount, String reference) {
        return new PaidPayable(id, kind, sourceId, transferNumber, memberId, amount, reference);
    }

    /** @throws IllegalStateException if the one does not follow on the other: callers have asked before */
    void transitionTo(PayableState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        state = next;
    }
}
