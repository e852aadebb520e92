package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two treasurers decide about a payable that is held because the bank says something that no set-off explains: the bank has paid it,
 * or it is owed. So they do where nothing is left to be held, because a claim has settled it whole. What the bank has paid beyond
 * what was left of it is the firm's claim again: a claim was settled with it that is open then.
 */
@ApplicationScoped
class DecideHold {

    private final ConfirmPayment confirmPayment;
    private final PaymentLedger ledger;
    private final PayableHistory history;
    private final FirmClock clock;
    private final FirmCurrency currency;

    DecideHold(
            ConfirmPayment confirmPayment,
            PaymentLedger ledger,
            PayableHistory history,
            FirmClock clock,
            FirmCurrency currency) {
        this.confirmPayment = confirmPayment;
        this.ledger = ledger;
        this.history = history;
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * What the bank has done.
     *
     * @param amount in the firm's currency
     */
    record Transfer(Money amount, String bankReference) {}

    sealed interface Outcome permits Done, Refused {}

    record Done(HoldDecision decision) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Proposes it; a pending proposal is replaced.
     *
     * @param paid what the bank has paid; null if the payable is owed
     * @param reason what was found out
     */
    Outcome propose(UUID payableId, @Nullable Transfer paid, String reason, String actor) {
        Optional<Payable> payable = Payable.lock(payableId);
        if (payable.isEmpty()) {
            return unknown(payableId);
        }
        HoldDecision decision = new HoldDecision();
        decision.id = Ids.next();
        decision.payableId = payableId;
        decision.decision = paid == null ? HoldDecision.Decision.OWED : HoldDecision.Decision.PAID;
        decision.amount = paid == null ? null : paid.amount().minor();
        decision.bankReference = paid == null ? null : paid.bankReference();
        decision.reason = reason;
        decision.state = HoldDecision.State.PROPOSED;
        decision.proposedBy = actor;
        decision.proposedAt = clock.now();
        Optional<Refusal> refusal = whyNot(payable.get(), decision);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        HoldDecision.lockPending(payableId).ifPresent(pending -> decide(pending, HoldDecision.State.WITHDRAWN, actor));
        decision.persistAndFlush();
        return new Done(decision);
    }

    /** A second person agrees, and it is done. */
    Outcome approve(UUID payableId, UUID decisionId, Cause cause) {
        ledger.lock();
        Optional<Payable> locked = Payable.lock(payableId);
        if (locked.isEmpty()) {
            return unknown(payableId);
        }
        Payable payable = locked.get();
        Optional<HoldDecision> found = HoldDecision.lock(payableId, decisionId);
        Optional<Refusal> refusal = whyNotPending(found, decisionId)
                .or(() -> SecondPerson.refusal(found.orElseThrow().proposedBy, cause.actor()))
                .or(() -> whyNot(payable, found.orElseThrow()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        HoldDecision decision = found.orElseThrow();
        decide(decision, HoldDecision.State.APPROVED, cause.actor());
        switch (decision.decision) {
            case PAID -> pay(payable, decision, cause);
            case OWED -> lift(payable, cause);
        }
        ledger.owedAgain(payable.memberId, cause);
        return new Done(decision);
    }

    /** Withdraws a pending proposal; the payable stays held. */
    Outcome withdraw(UUID payableId, UUID decisionId, String actor) {
        Optional<HoldDecision> found = HoldDecision.lock(payableId, decisionId);
        Optional<Refusal> refusal = whyNotPending(found, decisionId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        decide(found.orElseThrow(), HoldDecision.State.WITHDRAWN, actor);
        return new Done(found.orElseThrow());
    }

    /** The transfer is paid as it was sent, in the run from which it was taken as rejected. */
    private void pay(Payable payable, HoldDecision decision, Cause cause) {
        Money paid = currency.money(Objects.requireNonNull(decision.amount));
        long beyond = paid.minor() - payable.remainder();
        if (beyond > 0) {
            ledger.openClaimAgain(
                    new SettlePayables.Unpaid(payable.id, payable.kind, payable.sourceId, payable.remainder()),
                    payable.memberId,
                    beyond,
                    cause);
            Payable.getEntityManager().refresh(payable);
        } else {
            payable.liftHold();
        }
        payable.returnToRun();
        Payable.flush();
        history.add(
                payable.id,
                PayableState.IN_RUN.name(),
                "two persons have found that the bank has not rejected it",
                cause.actor());
        if (!(confirmPayment.paid(payable.id, paid, Objects.requireNonNull(decision.bankReference), cause)
                instanceof ConfirmPayment.Paid)) {
            throw new IllegalStateException("payable " + payable.id + " was not paid");
        }
    }

    private void lift(Payable payable, Cause cause) {
        payable.liftHold();
        Payable.flush();
        history.add(payable.id, PayableState.OPEN.name(), "two persons have found that it is owed", cause.actor());
    }

    private Optional<Refusal> whyNot(Payable payable, HoldDecision decision) {
        boolean isPaidAfterAll = decision.decision == HoldDecision.Decision.PAID && payable.isSettled();
        if (payable.state != PayableState.HELD && !isPaidAfterAll) {
            return Optional.of(new Refusal.Conflict("not-held", "It is " + payable.state + "."));
        }
        if (Payables.NO_BANK_ACCOUNT.equals(payable.heldBecause)) {
            return Optional.of(new Refusal.Conflict(
                    "not-held", "It waits for the member's bank account, and goes on when there is one."));
        }
        if (decision.decision == HoldDecision.Decision.OWED) {
            return Optional.empty();
        }
        if (payable.rejectedIn == null) {
            return Optional.of(new Refusal.Conflict("not-sent", "No bank was asked to pay it."));
        }
        long paid = Objects.requireNonNull(decision.amount);
        return paid >= Math.max(1, payable.remainder()) && paid <= payable.amount
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "paid.amount.amount",
                        "amount-out-of-bounds",
                        "%s is left of it, and no more than %s was sent."
                                .formatted(currency.money(payable.remainder()), currency.money(payable.amount))));
    }

    private static Optional<Refusal> whyNotPending(Optional<HoldDecision> decision, UUID decisionId) {
        if (decision.isEmpty()) {
            return Optional.of(new Refusal.NotFound("hold decision", decisionId));
        }
        return decision.get().state == HoldDecision.State.PROPOSED
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict("already-decided", "The proposal is " + decision.get().state + "."));
    }

    private static Outcome unknown(UUID payableId) {
        return new Refused(new Refusal.NotFound("payable", payableId));
    }

    private void decide(HoldDecision decision, HoldDecision.State next, String actor) {
        decision.decide(next, actor, clock.now());
        HoldDecision.flush();
    }
}
