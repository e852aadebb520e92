package coop.parasol.membership.books.close;

import coop.parasol.contracts.EquityEvent;
import coop.parasol.contracts.EquityEvent.PatronageAllotted;
import coop.parasol.contracts.EquityEvent.PeriodClosed;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.close.rules.Allocation;
import coop.parasol.membership.books.close.rules.ClosingEntries;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.patronage.Patronage;
import coop.parasol.membership.treasury.payment.Payables;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Closes a period: all of it or nothing, in one transaction, with as many statements for three members as for 16,300. */
@ApplicationScoped
public class ClosePeriod {

    private final Firm firm;
    private final CloseCalculation figures;
    private final Journal journal;
    private final Balances balances;
    private final Payables payables;
    private final Outbox outbox;
    private final Session database;

    ClosePeriod(
            Firm firm,
            CloseCalculation figures,
            Journal journal,
            Balances balances,
            Payables payables,
            Outbox outbox,
            Session database) {
        this.firm = firm;
        this.figures = figures;
        this.journal = journal;
        this.balances = balances;
        this.payables = payables;
        this.outbox = outbox;
        this.database = database;
    }

    /** What closing leads to. */
    public sealed interface Outcome permits Closed, NotProposed, OverTheCap, BylawsChanged, FiguresChanged {}

    public record Closed(UUID periodId) implements Outcome {}

    public record NotProposed(String state) implements Outcome {}

    /** The members have decided since on another division; what was shown to whoever decides on the close is no more. */
    public record BylawsChanged(int version) implements Outcome {}

    /** Something was booked since the close was proposed; what was decided on is no more. */
    public record FiguresChanged(long surplus, long volume) implements Outcome {}

    /**
     * The members have lowered the cap on the limited return since the close was proposed.
     *
     * @param left basis points that it leaves for the period
     */
    public record OverTheCap(int left) implements Outcome {}

    /**
     * Closes what was proposed, if bylaws and figures are still those of the proposal and the cap still allows it.
     *
     * @param by the second person, or the vote of the members
     */
    public Outcome close(UUID periodId, String by, Cause cause) {
        firm.lock();
        FinancialPeriod period = FinancialPeriod.lock(periodId).orElseThrow();
        if (period.state != FinancialPeriod.State.PROPOSED || period.limitedReturn == null) {
            return new NotProposed(period.state.name());
        }
        int left = figures.returnLeft(period);
        if (period.limitedReturn > left) {
            return new OverTheCap(left);
        }
        CloseCalculation.Close close = figures.of(period, period.limitedReturn);
        if (!figures.isDividedAsProposed(period, close.bylaws())) {
            return new BylawsChanged(close.bylaws().version());
        }
        if (!Long.valueOf(close.surplus()).equals(period.surplus)
                || !Long.valueOf(close.volume()).equals(period.volume)) {
            return new FiguresChanged(close.surplus(), close.volume());
        }
        LocalDate revolvesOn =
                period.lastDay.plusDays(1).plusYears(close.bylaws().revolvingYears());
        journal.postAll(ClosingEntries.of(period.id, period.lastDay, close.results(), close.allocation()), cause);
        List<UUID> allotments = keep(period, close.allocation(), revolvesOn);
        owe(period, close.allocation(), allotments, by);
        balances.keep(period.id, period.lastDay);
        end(period, close, by, revolvesOn);
        outbox.append(events(period, close, revolvesOn), cause);
        return new Closed(period.id);
    }

    private void end(FinancialPeriod period, CloseCalculation.Close close, String by, LocalDate revolvesOn) {
        period.state = FinancialPeriod.State.CLOSED;
        period.closedBy = by;
        period.closedAt = firm.now();
        period.bylawsVersion = close.bylaws().version();
        period.reserveShare = close.bylaws().reserveShare();
        period.cashShare = close.bylaws().cashShare();
        period.revolvesOn = revolvesOn;
        FinancialPeriod.flush();
    }

    /** @return ids of the allotments, in their order */
    private List<UUID> keep(FinancialPeriod period, Allocation allocation, LocalDate revolvesOn) {
        List<Allocation.Allotted> parts = allocation.allotted();
        List<UUID> ids = parts.stream().map(part -> Ids.next()).toList();
        database.createNativeMutationQuery("""
                        with part as (
                            select * from unnest(cast(?3 as uuid[]), cast(?4 as uuid[]), cast(?5 as bigint[]), cast(?6 as bigint[]),
                                                 cast(?7 as bigint[]), cast(?8 as bigint[]))
                                as p (id, member_id, volume, limited_return, bonus, cash)),
                        lot as (
                            insert into patronage_lot (id, period, member_id, year, amount, revolves_on, state)
                            select id, ?1, member_id, ?9, bonus - cash, ?2, 'HELD' from part where bonus > cash)
                        insert into allotment (id, period, member_id, volume, limited_return, bonus, cash)
                        select id, ?1, member_id, volume, limited_return, bonus, cash from part
                        """)
                .setParameter(1, period.id)
                .setParameter(2, revolvesOn)
                .setParameter(3, texts(ids))
                .setParameter(
                        4,
                        texts(parts.stream().map(Allocation.Allotted::memberId).toList()))
                .setParameter(
                        5, texts(parts.stream().map(Allocation.Allotted::volume).toList()))
                .setParameter(
                        6,
                        texts(parts.stream()
                                .map(Allocation.Allotted::limitedReturn)
                                .toList()))
                .setParameter(
                        7, texts(parts.stream().map(Allocation.Allotted::bonus).toList()))
                .setParameter(
                        8, texts(parts.stream().map(Allocation.Allotted::cash).toList()))
                .setParameter(9, period.lastDay.getYear())
                .executeUpdate();
        return ids;
    }

    private void owe(FinancialPeriod period, Allocation allocation, List<UUID> allotments, String by) {
        List<Payables.Due> dues = new ArrayList<>();
        for (int i = 0; i < allotments.size(); i++) {
            Allocation.Allotted part = allocation.allotted().get(i);
            if (part.payable() > 0) {
                dues.add(new Payables.Due(allotments.get(i), part.memberId(), part.payable()));
            }
        }
        payables.dueAll(Patronage.BONUS, dues, firm.today(), "Patronage bonus up to " + period.lastDay, by);
    }

    private List<EquityEvent> events(FinancialPeriod period, CloseCalculation.Close close, LocalDate revolvesOn) {
        Allocation at = close.allocation();
        List<EquityEvent> events = new ArrayList<>();
        events.add(new PeriodClosed(
                period.id,
                period.firstDay,
                period.lastDay,
                firm.money(at.surplus()),
                firm.money(at.toReserve()),
                firm.money(at.limitedReturns()),
                firm.money(at.bonuses()),
                firm.money(at.cash()),
                firm.money(at.patronageCapital()),
                firm.money(at.lossPerHead()),
                firm.money(Math.max(0, -at.toLossCarried())),
                firm.money(close.volume()),
                revolvesOn,
                close.bylaws().version()));
        for (Allocation.Allotted part : at.allotted()) {
            events.add(new PatronageAllotted(
                    part.memberId(),
                    period.id,
                    firm.money(part.volume()),
                    firm.money(part.limitedReturn()),
                    firm.money(part.bonus()),
                    firm.money(part.cash()),
                    firm.money(part.patronageCapital()),
                    revolvesOn));
        }
        return events;
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
