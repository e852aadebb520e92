package coop.parasol.membership.books.close;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.close.rules.Allocation;
import coop.parasol.membership.books.close.rules.LimitedReturn;
import coop.parasol.membership.books.close.rules.SurplusAllocation;
import coop.parasol.membership.books.close.rules.SurplusAllocation.Claim;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.patronage.Allotments;
import coop.parasol.membership.books.patronage.PatronageVolumes;
import coop.parasol.membership.books.patronage.SettledPools;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.membership.books.period.ClosedPeriods.ClosedPeriod;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.membership.member.ShareHolders.ShareHolder;
import coop.parasol.membership.share.ShareCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Calculates what closing a period would bring: the surplus, who has a claim to it, and where it goes. Amounts are minor units. */
@ApplicationScoped
class CloseCalculation {

    /** As PostgreSQL orders them: by their bytes, without sign. */
    private static final Comparator<UUID> ID_ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final Balances balances;
    private final Journal journal;
    private final BylawsInForce bylaws;
    private final SettledPools settledPools;
    private final PatronageVolumes patronageVolumes;
    private final Allotments allotments;
    private final ClosedPeriods closedPeriods;
    private final ShareHolders shareHolders;
    private final ShareCount shareCount;
    private final FirmClock clock;

    CloseCalculation(
            Balances balances,
            Journal journal,
            BylawsInForce bylaws,
            SettledPools settledPools,
            PatronageVolumes patronageVolumes,
            Allotments allotments,
            ClosedPeriods closedPeriods,
            ShareHolders shareHolders,
            ShareCount shareCount,
            FirmClock clock) {
        this.balances = balances;
        this.journal = journal;
        this.bylaws = bylaws;
        this.settledPools = settledPools;
        this.patronageVolumes = patronageVolumes;
        this.allotments = allotments;
        this.closedPeriods = closedPeriods;
        this.shareHolders = shareHolders;
        this.shareCount = shareCount;
        this.clock = clock;
    }

    /**
     * A close as it would be now.
     *
     * @param results debits less credits of every income and expense account
     * @param surplus income less expenses; negative for a loss
     * @param volume value of certified goods sold for all members in the period
     */
    record Close(Map<Account, Long> results, long surplus, long volume, Bylaws bylaws, Allocation allocation) {}

    /** @param limitedReturnRate basis points of the value of a share */
    Close of(FinancialPeriod period, int limitedReturnRate) {
        Map<Account, Long> results = balances.incomeAndExpenses(period.firstDay, period.lastDay);
        long surplus = -results.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        List<Claim> claims = claims(period);
        Bylaws now = bylaws.now();
        Allocation allocation = SurplusAllocation.allocate(
                surplus,
                equity(),
                new SurplusAllocation.Rates(now.reserveShare(), limitedReturnRate, now.cashShare()),
                claims);
        long volume = claims.stream().mapToLong(Claim::volume).reduce(0, Math::addExact);
        return new Close(results, surplus, volume, now, allocation);
    }

    /** Whether the bylaws of the proposal, by which its figures were shown, divide a surplus as these do. */
    boolean isDividedAsProposed(FinancialPeriod period, Bylaws now) {
        return period.bylawsVersion != null
                && bylaws.version(period.bylawsVersion)
                        .filter(proposed -> proposed.bylaws().hasSameSurplusRules(now))
                        .isPresent();
    }

    /** How many pools of the period are posted in part: their margin or volumes are still to come. */
    int incompletePools(FinancialPeriod period) {
        return settledPools.countIncomplete(period.firstDay, period.lastDay);
    }

    /** The largest limited return that the bylaws' cap leaves for the period, in basis points of the value of a share. */
    int maxLimitedReturn(FinancialPeriod period) {
        List<ClosedPeriod> closed = closedPeriods.endingAfter(period.lastDay.minusYears(1));
        Set<UUID> paying = allotments.periodsWithReturn(
                closed.stream().map(ClosedPeriod::id).toList());
        List<LimitedReturn.Paid> earlier = closed.stream()
                .filter(one -> one.limitedReturnRate() > 0 && paying.contains(one.id()))
                .map(one -> new LimitedReturn.Paid(one.firstDay(), one.lastDay(), one.limitedReturnRate()))
                .toList();
        return LimitedReturn.max(period.firstDay, period.lastDay, bylaws.now().limitedReturnCap(), earlier);
    }

    private SurplusAllocation.Equity equity() {
        Map<Account, Long> now = journal.balances();
        return new SurplusAllocation.Equity(
                -now.getOrDefault(Account.EQUAL_SHARE_CAPITAL, 0L),
                -now.getOrDefault(Account.UNDIVIDED_REMAINDER, 0L),
                -now.getOrDefault(Account.INDIVISIBLE_RESERVE, 0L),
                now.getOrDefault(Account.LOSS_CARRIED_FORWARD, 0L),
                shareCount.total());
    }

    /** Whoever holds a share or has sold something in the period, in the order of the members' ids. */
    private List<Claim> claims(FinancialPeriod period) {
        Map<UUID, Long> volumes = patronageVolumes.between(period.firstDay, period.lastDay);
        Map<UUID, ShareHolder> holders = new HashMap<>();
        shareHolders.all().forEach(holder -> holders.put(holder.memberId(), holder));
        return Stream.concat(volumes.keySet().stream(), holders.keySet().stream())
                .distinct()
                .sorted(ID_ORDER)
                .map(member -> claim(member, volumes.getOrDefault(member, 0L), holders, period))
                .toList();
    }

    private Claim claim(UUID member, long volume, Map<UUID, ShareHolder> holders, FinancialPeriod period) {
        ShareHolder holder = holders.get(member);
        boolean heldSincePeriodEnd =
                holder != null && !clock.day(holder.shareIssuedAt()).isAfter(period.lastDay);
        return new Claim(member, volume, heldSincePeriodEnd, holder != null);
    }
}
