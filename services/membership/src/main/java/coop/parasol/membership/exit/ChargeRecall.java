package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.HoldbackApplied;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** A recall of a former member's batch has cost the firm something; it takes it from what it has held back, never more. */
@ApplicationScoped
class ChargeRecall {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Journal journal;
    private final ReleaseHoldback releaseHoldback;
    private final ExitSteps steps;
    private final Outbox outbox;

    ChargeRecall(
            FirmClock clock,
            FirmCurrency currency,
            Journal journal,
            ReleaseHoldback releaseHoldback,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.journal = journal;
        this.releaseHoldback = releaseHoldback;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** @param amount minor units, positive */
    RecallCharge charge(ExitCase exit, RecalledBatch batch, long amount, String narrative, Cause cause) {
        RecallCharge charge = new RecallCharge();
        charge.id = Ids.next();
        charge.exitId = exit.id;
        charge.batchId = batch.batchId;
        charge.amount = amount;
        charge.narrative = narrative;
        charge.chargedAt = clock.now();
        charge.chargedBy = cause.actor();
        charge.persist();
        exit.holdbackApplied += amount;
        ExitCase.flush();
        journal.post(PostingRules.holdbackApplied(charge.id, exit.memberId, amount), cause);
        steps.record(exit.id, ExitStep.HOLDBACK_APPLIED, "lot " + batch.lot, amount, cause);
        outbox.append(
                new HoldbackApplied(
                        exit.memberId,
                        exit.id,
                        batch.batchId,
                        currency.money(amount),
                        currency.money(exit.holdbackLeft())),
                cause);
        releaseHoldback.releaseIfDue(exit, cause);
        return charge;
    }
}
