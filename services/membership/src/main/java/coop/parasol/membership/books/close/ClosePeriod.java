package coop.parasol.membership.books.close;

import coop.parasol.contracts.EquityEvent;
import coop.parasol.contracts.EquityEvent.PatronageAllotted;
import coop.parasol.contracts.EquityEvent.PeriodClosed;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.close.rules.Allocation;
import coop.parasol.membership.books.close.rules.ClosingEntries;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.patronage.Allotments;
import coop.parasol.membership.books.patronage.Allotments.NewAllotment;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.books.setoff.rules.SetOff;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Closes a financial period: its surplus or loss is divided, posted, allotted and owed, all of it or nothing, in one transaction,
 * with as many statements for three members as for 16,300. A closed period is never opened again.
 */
@ApplicationScoped
public class ClosePeriod {

    private final ShareCount shareCount;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final CloseCalculation calculation;
    private final Journal journal;
    private final Balances balances;
    private final Allotments allotments;
    private final SetOffClaims setOffClaims;
    private final Payables payables;
    private final Outbox outbox;

    ClosePeriod(
            ShareCount shareCount,
            FirmClock clock,
            FirmCurrency currency,
            CloseCalculation calculation,
            Journal journal,
            Balances balances,
            Allotments allotments,
            SetOffClaims setOffClaims,
            Payables payables,
            Outbox outbox) {
        this.shareCount = shareCount;
        this.clock = clock;
        this.currency = currency;
        this.calculation = calculation;
        this.journal = journal;
        this.balances = balances;
        this.allotments = allotments;
        this.setOffClaims = setOffClaims;
        this.payables = payables;
        this.outbox = outbox;
    }

    /** What closing leads to; nothing has changed unless it is {@link Closed}. */
    public sealed interface Outcome permits Closed, NotProposed, OverTheCap, BylawsChanged, FiguresChanged {}

    /** The period is closed and its surplus is allotted. */
    public record Closed(UUID periodId) implements Outcome {}

    /** No close of the period is proposed; it is in that state. */
    public record NotProposed(String state) implements Outcome {}

    /** The members have decided since on another division; what was shown to whoever decides on the close counts no more. */
    public record BylawsChanged(int version) implements Outcome {}

    /** Something was posted since the close was proposed; what was decided on counts no more. Minor units. */
    public record FiguresChanged(long surplus, long volume) implements Outcome {}

    /**
     * The members have lowered the cap on the limited return since the close was proposed.
     *
     * @param maxLimitedReturn basis points that it leaves for the period
     */
    public record OverTheCap(int maxLimitedReturn) implements Outcome {}

    /**
     * Closes what was proposed, if bylaws and figures are still those of the proposal and the cap still allows it.
     *
     * @param by the second person, or the vote of the members
     */
    public Outcome close(UUID periodId, String by, Cause cause) {
        shareCount.lock();
        FinancialPeriod period = FinancialPeriod.lock(periodId).orElseThrow();
        if (period.state != FinancialPeriod.State.PROPOSED || period.limitedReturnRate == null) {
            return new NotProposed(period.state.name());
        }
        int maxLimitedReturn = calculation.maxLimitedReturn(period);
        if (period.limitedReturnRate > maxLimitedReturn) {
            return new OverTheCap(maxLimitedReturn);
        }
        CloseCalculation.Close close = calculation.of(period, period.limitedReturnRate);
        if (!calculation.isDividedAsProposed(period, close.bylaws())) {
            return new BylawsChanged(close.bylaws().version());
        }
        if (!Long.valueOf(close.surplus()).equals(period.surplus)
                || !Long.valueOf(close.volume()).equals(period.volume)) {
            return new FiguresChanged(close.surplus(), close.volume());
        }
        LocalDate revolvesOn =
                period.lastDay.plusDays(1).plusYears(close.bylaws().revolvingYears());
        journal.postAll(ClosingEntries.of(period.id, period.lastDay, close.results(), close.allocation()), cause);
        List<NewAllotment> allotted = allotted(close.allocation());
        allotments.store(period.id, period.lastDay, revolvesOn, allotted);
        createPayables(period, allotted, close.bylaws().version(), by, cause);
        balances.storeClosing(period.id, period.lastDay);
        end(period, close, by, revolvesOn);
        outbox.append(events(period, close, revolvesOn), cause);
        return new Closed(period.id);
    }

    private void end(FinancialPeriod period, CloseCalculation.Close close, String by, LocalDate revolvesOn) {
        period.state = FinancialPeriod.State.CLOSED;
        period.closedBy = by;
        period.closedAt = clock.now();
        period.bylawsVersion = close.bylaws().version();
        period.reserveShare = close.bylaws().reserveShare();
        period.cashShare = close.bylaws().cashShare();
        period.revolvesOn = revolvesOn;
        FinancialPeriod.flush();
    }

    private static List<NewAllotment> allotted(Allocation allocation) {
        return allocation.allotted().stream()
                .map(part -> new NewAllotment(
                        Ids.next(), part.memberId(), part.volume(), part.limitedReturn(), part.bonus(), part.cash()))
                .toList();
    }

    private void createPayables(
            FinancialPeriod period, List<NewAllotment> allotted, int bylawsVersion, String by, Cause cause) {
        List<SetOff.Raised> raised = allotted.stream()
                .map(part ->
                        new SetOff.Raised(part.id().toString(), part.memberId(), part.limitedReturn() + part.cash()))
                .toList();
        List<Long> setOff = setOffClaims.setOff(Account.PATRONAGE_PAYABLE, raised, cause);
        List<Payables.Due> dues = new ArrayList<>();
        for (int i = 0; i < raised.size(); i++) {
            long payable = raised.get(i).amount() - setOff.get(i);
            if (payable > 0) {
                dues.add(new Payables.Due(allotted.get(i).id(), allotted.get(i).memberId(), currency.money(payable)));
            }
        }
        payables.createAll(
                dues,
                new Payables.PayableDetails(
                        PayableKind.PATRONAGE_BONUS,
                        clock.today(),
                        "Patronage bonus up to " + period.lastDay,
                        bylawsVersion,
                        by));
    }

    private List<EquityEvent> events(FinancialPeriod period, CloseCalculation.Close close, LocalDate revolvesOn) {
        Allocation at = close.allocation();
        List<EquityEvent> events = new ArrayList<>();
        events.add(new PeriodClosed(
                period.id,
                period.firstDay,
                period.lastDay,
                currency.money(at.surplus()),
                currency.money(at.toReserve()),
                currency.money(at.limitedReturns()),
                currency.money(at.bonuses()),
                currency.money(at.cash()),
                currency.money(at.patronageCapital()),
                currency.money(at.lossPerShare()),
                currency.money(Math.max(0, -at.toLossCarried())),
                currency.money(close.volume()),
                revolvesOn,
                close.bylaws().version()));
        for (Allocation.Allotted part : at.allotted()) {
            events.add(new PatronageAllotted(
                    part.memberId(),
                    period.id,
                    currency.money(part.volume()),
                    currency.money(part.limitedReturn()),
                    currency.money(part.bonus()),
                    currency.money(part.cash()),
                    currency.money(part.patronageCapital()),
                    revolvesOn));
        }
        return events;
    }
}
