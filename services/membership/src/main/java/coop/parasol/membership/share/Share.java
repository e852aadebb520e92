package coop.parasol.membership.share;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.share.rules.ShareValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What one share is worth now, from balances that are kept: it costs the same with three members and with a million. */
@ApplicationScoped
public class Share {

    private final Journal journal;
    private final Balances balances;
    private final ShareRegister register;
    private final Firm firm;
    private final BylawsInForce bylaws;

    Share(Journal journal, Balances balances, ShareRegister register, Firm firm, BylawsInForce bylaws) {
        this.journal = journal;
        this.balances = balances;
        this.register = register;
        this.firm = firm;
        this.bylaws = bylaws;
    }

    /**
     * The numbers behind the value of a share.
     *
     * @param members N
     * @param netBookValue assets less liabilities less the open period's income
     * @param undividedRemainder what cannot be divided by N
     */
    public record Now(
            Money shareValue,
            long members,
            Money netBookValue,
            Money indivisibleReserve,
            Money patronageCapital,
            Money undividedRemainder) {}

    public Now now() {
        return valued(firm.members(), journal.balances());
    }

    /** What it was worth when a day was over. */
    public Now atTheEndOf(LocalDate day) {
        return valued(register.held(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)), balances.on(day));
    }

    private Now valued(long members, Map<Account, Long> balances) {
        long reserve = -balances.getOrDefault(Account.INDIVISIBLE_RESERVE, 0L);
        long patronage = -balances.getOrDefault(Account.PATRONAGE_CAPITAL, 0L);
        long shares = -balances.getOrDefault(Account.EQUAL_SHARE_CAPITAL, 0L)
                - balances.getOrDefault(Account.UNDIVIDED_REMAINDER, 0L)
                - balances.getOrDefault(Account.LOSS_CARRIED_FORWARD, 0L);
        long netBookValue = shares + reserve + patronage;
        long par = members == 0 ? bylaws.now().parValue().minor() : 0;
        long value = ShareValue.of(netBookValue, reserve, patronage, members, par);
        return new Now(
                firm.money(value),
                members,
                firm.money(netBookValue),
                firm.money(reserve),
                firm.money(patronage),
                firm.money(members == 0 ? shares : shares - value * members));
    }
}
