package coop.parasol.membership.books.close;

import coop.parasol.membership.Firm;
import coop.parasol.membership.books.close.rules.Allocation;
import coop.parasol.membership.books.close.rules.PeriodRules;
import coop.parasol.membership.books.close.rules.SurplusAllocation;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The numbers behind a close: what the period has brought, who has a claim, and where it goes. */
@ApplicationScoped
class CloseCalculation {

    private final Balances balances;
    private final Journal journal;
    private final BylawsInForce bylaws;
    private final SettledPools pools;
    private final Firm firm;
    private final Session database;

    CloseCalculation(
            Balances balances, Journal journal, BylawsInForce bylaws, SettledPools pools, Firm firm, Session database) {
        this.balances = balances;
        this.journal = journal;
        this.bylaws = bylaws;
        this.pools = pools;
        this.firm = firm;
        this.database = database;
    }

    /**
     * A close as it would be now.
     *
     * @param results debits less credits of every income and expense account
     * @param volume value of certified goods sold for all members in the period
     */
    record Close(Map<Account, Long> results, long surplus, long volume, Bylaws bylaws, Allocation allocation) {}

    /** @param limitedReturn basis points of the value of a share */
    Close of(FinancialPeriod period, int limitedReturn) {
        Map<Account, Long> results = balances.results(period.firstDay, period.lastDay);
        long surplus = -results.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        List<SurplusAllocation.Claim> claims = claims(period);
        Bylaws now = bylaws.now();
        Allocation allocation = SurplusAllocation.allocate(
                surplus,
                equity(),
                new SurplusAllocation.Terms(now.reserveShare(), limitedReturn, now.cashShare()),
                claims);
        long volume = claims.stream().mapToLong(SurplusAllocation.Claim::volume).reduce(0, Math::addExact);
        return new Close(results, surplus, volume, now, allocation);
    }

    /** Whether the bylaws of the proposal, by which its figures were shown, divide a surplus as these do. */
    boolean isDividedAsProposed(FinancialPeriod period, Bylaws now) {
        return period.bylawsVersion != null
                && bylaws.version(period.bylawsVersion)
                        .filter(proposed -> proposed.bylaws().dividesLike(now))
                        .isPresent();
    }

    /** How many pools of the period are booked in part: their margin or volumes are still to come. */
    int poolsNotWhole(FinancialPeriod period) {
        return pools.notWhole(period.firstDay, period.lastDay);
    }

    /** Basis points that the limited return of the period may be at the most. */
    int returnLeft(FinancialPeriod period) {
        List<PeriodRules.Returned> before = database
                .createNativeQuery("""
                        select first_day, last_day, limited_return from financial_period p
                         where state = 'CLOSED' and last_day > ?1 and limited_return > 0
                           and exists (select from allotment a where a.period = p.id and a.limited_return > 0)
                        """, Object[].class)
                .setParameter(1, period.lastDay.minusYears(1))
                .getResultList()
                .stream()
                .map(row ->
                        new PeriodRules.Returned((LocalDate) row[0], (LocalDate) row[1], ((Number) row[2]).intValue()))
                .toList();
        return PeriodRules.returnLeft(
                period.firstDay, period.lastDay, bylaws.now().limitedReturnCap(), before);
    }

    private SurplusAllocation.Equity equity() {
        Map<Account, Long> now = journal.balances();
        return new SurplusAllocation.Equity(
                -now.getOrDefault(Account.EQUAL_SHARE_CAPITAL, 0L),
                -now.getOrDefault(Account.UNDIVIDED_REMAINDER, 0L),
                -now.getOrDefault(Account.INDIVISIBLE_RESERVE, 0L),
                now.getOrDefault(Account.LOSS_CARRIED_FORWARD, 0L),
                firm.members());
    }

    private List<SurplusAllocation.Claim> claims(FinancialPeriod period) {
        return database
                .createNativeQuery("""
                        select m.id, cast(coalesce(v.amount, 0) as bigint),
                               m.share_cancelled_at is null and m.share_issued_at is not null
                                   and cast(m.share_issued_at at time zone 'UTC' as date) <= ?2,
                               m.share_cancelled_at is null and m.share_issued_at is not null
                          from member m left join (select member_id, sum(amount) as amount from patronage_volume
                                                    where sold_on between ?1 and ?2 group by member_id) v on v.member_id = m.id
                         where v.amount > 0 or (m.share_issued_at is not null and m.share_cancelled_at is null)
                         order by m.id
                        """, Object[].class)
                .setParameter(1, period.firstDay)
                .setParameter(2, period.lastDay)
                .getResultList()
                .stream()
                .map(row -> new SurplusAllocation.Claim(
                        (UUID) row[0], ((Number) row[1]).longValue(), (Boolean) row[2], (Boolean) row[3]))
                .toList();
    }
}
