package coop.parasol.membership.books.patronage;

import coop.parasol.contracts.EquityEvent.CapitalRevolved;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Makes the patronage capital of one period payable, when the bylaws' years have passed (revolving capital, oldest first). */
@ApplicationScoped
public class RevolveCapital {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final BylawsInForce bylaws;
    private final ClosedPeriods closedPeriods;
    private final PatronageLots patronageLots;
    private final Journal journal;
    private final Payables payables;
    private final Outbox outbox;

    RevolveCapital(
            FirmClock clock,
            FirmCurrency currency,
            BylawsInForce bylaws,
            ClosedPeriods closedPeriods,
            PatronageLots patronageLots,
            Journal journal,
            Payables payables,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.bylaws = bylaws;
        this.closedPeriods = closedPeriods;
        this.patronageLots = patronageLots;
        this.journal = journal;
        this.payables = payables;
        this.outbox = outbox;
    }

    /** Whether capital of a period that ended before is still to be revolved; a period that has left none keeps nobody waiting. */
    public boolean isOlderHeld(LocalDate lastDay) {
        return patronageLots.isHeldOf(closedPeriods.notRevolvedBefore(lastDay));
    }

    /**
     * The firm is locked, and the period is due and the oldest that is not revolved.
     *
     * @return how many members are owed something by it
     */
    public int revolve(UUID period, Cause cause) {
        List<PatronageLots.Revolved> lots = patronageLots.revolve(period);
        journal.postAll(
                lots.stream()
                        .map(lot -> PostingRules.capitalRevolved(lot.id(), lot.memberId(), lot.year(), lot.amount()))
                        .toList(),
                cause);
        payables.createAll(
                lots.stream()
                        .map(lot -> new Payables.Due(lot.id(), lot.memberId(), currency.money(lot.amount())))
                        .toList(),
                new Payables.PayableDetails(
                        PayableKind.REVOLVED_CAPITAL,
                        clock.today(),
                        "Patronage capital revolved",
                        bylaws.now().version(),
                        cause.actor()));
        outbox.append(
                lots.stream()
                        .map(lot ->
                                new CapitalRevolved(lot.memberId(), period, lot.year(), currency.money(lot.amount())))
                        .toList(),
                cause);
        return lots.size();
    }
}
