package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.period.ClosedPeriods;
import coop.parasol.membership.books.period.ClosedPeriods.ClosedPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Balances of the accounts at the end of a day, from where the last closed period left them, so that it never costs more than a
 * period. Amounts are minor units, debits positive.
 */
@ApplicationScoped
public class Balances {

    /** Event of the entries by which a close brings income and expenses to zero. */
    public static final String CLOSE = "PeriodClosed";

    private static final LocalDate BEFORE_ALL_ENTRIES = LocalDate.of(1, 1, 1);

    private final Jdbi jdbi;
    private final ClosedPeriods closedPeriods;
    private final FirmClock clock;
    private final FirmCurrency currency;

    Balances(Jdbi jdbi, ClosedPeriods closedPeriods, FirmClock clock, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.closedPeriods = closedPeriods;
        this.clock = clock;
        this.currency = currency;
    }

    /** @param balance debits less credits */
    public record AccountBalance(int code, String account, String title, Account.Kind kind, Money balance) {}

    private record Sum(Account account, long amount) {}

    /** The trial balance at the end of the day, or now: all together are zero. */
    public List<AccountBalance> trialBalance(@Nullable LocalDate day) {
        List<AccountBalance> now = jdbi.withHandle(handle -> handle.createQuery(
                        "select code, name as account, title, kind, balance from ledger_account order by code")
                .mapTo(AccountBalance.class)
                .list());
        if (day == null) {
            return now;
        }
        Map<Account, Long> balances = on(day);
        return now.stream()
                .map(row -> new AccountBalance(
                        row.code(),
                        row.account(),
                        row.title(),
                        row.kind(),
                        currency.money(balances.getOrDefault(Account.valueOf(row.account()), 0L))))
                .toList();
    }

    /** Debits less credits at the end of the day; accounts that nothing is posted on are absent. */
    public Map<Account, Long> on(LocalDate day) {
        Optional<ClosedPeriod> start = closedPeriods.lastEndingBy(day);
        return sums(jdbi.withHandle(handle -> handle.createQuery("""
                        select a.name as account, cast(sum(part.amount) as bigint) as amount
                          from (select account, balance as amount from period_balance where period = cast(:start as uuid)
                                union all
                                select l.account, l.amount from journal_entry e join journal_line l on l.entry = e.id
                                 where e.booked_on > :after and e.booked_on <= :day) part
                               join ledger_account a on a.code = part.account
                         group by a.name
                        """)
                .bindByType("start", start.map(ClosedPeriod::id).orElse(null), UUID.class)
                .bind("after", start.map(ClosedPeriod::lastDay).orElse(BEFORE_ALL_ENTRIES))
                .bind("day", day)
                .mapTo(Sum.class)
                .list()));
    }

    /** Debits less credits of income and expenses between two days, both counted; the entries of closes are left out. */
    public Map<Account, Long> incomeAndExpenses(LocalDate from, LocalDate to) {
        return sums(jdbi.withHandle(handle -> handle.createQuery("""
                        select a.name as account, cast(sum(l.amount) as bigint) as amount
                          from journal_entry e join journal_line l on l.entry = e.id join ledger_account a on a.code = l.account
                         where e.booked_on between :from and :to and e.event <> :close and a.kind in ('INCOME', 'EXPENSE')
                         group by a.name
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("close", CLOSE)
                .mapTo(Sum.class)
                .list()));
    }

    /** Stores the closing balances of a period: reports of any later day start here and not at the beginning. */
    public void storeClosing(UUID period, LocalDate lastDay) {
        Map<Account, Long> balances = on(lastDay);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into period_balance (period, account, balance)
                        select :period, account, balance
                          from unnest(cast(:accounts as smallint[]), :balances) as b (account, balance)
                        """)
                .bind("period", period)
                .bindArray(
                        "accounts",
                        Integer.class,
                        balances.keySet().stream().map(Account::code).toList())
                .bindArray("balances", Long.class, List.copyOf(balances.values()))
                .execute());
    }

    /** The day of the first entry there is. */
    public Optional<LocalDate> firstBookedDay() {
        return jdbi.withHandle(handle -> handle.createQuery("select min(booked_on) from journal_entry")
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** First day of what no close has divided yet. */
    public LocalDate firstOpenDay() {
        return closedPeriods
                .closedUntil()
                .map(day -> day.plusDays(1))
                .or(this::firstBookedDay)
                .orElseGet(clock::today);
    }

    private static Map<Account, Long> sums(List<Sum> rows) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        rows.forEach(row -> sums.put(row.account(), row.amount()));
        return sums;
    }
}
