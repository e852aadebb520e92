package coop.parasol.membership.sharevalue;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.membership.sharevalue.rules.ShareValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;

/** What one share is worth, from balances that are kept: it costs the same with three members and with a million. */
@ApplicationScoped
public class ShareValuation implements BuyInPrice {

    private final Journal journal;
    private final Balances balances;
    private final ShareRegister register;
    private final ShareCount shareCount;
    private final FirmCurrency currency;
    private final BylawsInForce bylaws;
    private final FirmClock clock;

    ShareValuation(
            Journal journal,
            Balances balances,
            ShareRegister register,
            ShareCount shareCount,
            FirmCurrency currency,
            BylawsInForce bylaws,
            FirmClock clock) {
        this.journal = journal;
        this.balances = balances;
        this.register = register;
        this.shareCount = shareCount;
        this.currency = currency;
        this.bylaws = bylaws;
        this.clock = clock;
    }

    /**
     * The value of a share with the numbers behind it.
     *
     * @param members N, the shares that are issued
     * @param netBookValue assets less liabilities less the open period's income
     * @param undividedRemainder what cannot be divided by N
     */
    public record Breakdown(
            Money shareValue,
            long members,
            Money netBookValue,
            Money indivisibleReserve,
            Money patronageCapital,
            Money undividedRemainder) {}

    /**
     * By the balances of this moment. Without the lock of the books a share may be issued between the two reads, which would be
     * worth something else with the one than with the other: they are read again until the count stood still meanwhile.
     */
    public Breakdown now() {
        long members = shareCount.total();
        Map<Account, Long> found = journal.balances();
        for (long after = shareCount.total(); after != members; after = shareCount.total()) {
            members = after;
            found = journal.balances();
        }
        return valued(members, found);
    }

    /** By the balances at the end of a day. */
    public Breakdown atEndOf(LocalDate day) {
        return valued(register.countAt(clock.startOfDay(day.plusDays(1))), balances.on(day));
    }

    /** A new member pays what a share is worth, so that nobody else's changes its value. */
    @Override
    public Money buyInPrice() {
        return now().shareValue();
    }

    private Breakdown valued(long members, Map<Account, Long> balances) {
        long reserve = -balances.getOrDefault(Account.INDIVISIBLE_RESERVE, 0L);
        long patronage = -balances.getOrDefault(Account.PATRONAGE_CAPITAL, 0L);
        long shares = -balances.getOrDefault(Account.EQUAL_SHARE_CAPITAL, 0L)
                - balances.getOrDefault(Account.UNDIVIDED_REMAINDER, 0L)
                - balances.getOrDefault(Account.LOSS_CARRIED_FORWARD, 0L);
        long netBookValue = shares + reserve + patronage;
        long par = members == 0 ? bylaws.now().parValue().minor() : 0;
        long value = ShareValue.of(netBookValue, reserve, patronage, members, par);
        return new Breakdown(
                currency.money(value),
                members,
                currency.money(netBookValue),
                currency.money(reserve),
                currency.money(patronage),
                currency.money(members == 0 ? shares : shares - value * members));
    }
}
