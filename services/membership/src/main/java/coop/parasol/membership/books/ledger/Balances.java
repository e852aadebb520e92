package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the accounts stood at on a day: from where the last closed period left them, so that it never costs more than a period. */
@ApplicationScoped
public class Balances {

    /** Event of the entries that bring income and expenses to zero. */
    public static final String CLOSE = "PeriodClosed";

    private final Session database;
    private final Firm firm;

    Balances(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** @param balance debits less credits */
    public record AccountView(int code, String account, String title, Account.Kind kind, Money balance) {}

    /** The trial balance at the end of the day, or now: all together are zero. */
    public List<AccountView> trial(@Nullable LocalDate day) {
        Map<Account, Long> balances = day == null ? Map.of() : on(day);
        return database
                .createNativeQuery(
                        "select code, name, title, kind, balance from ledger_account order by code", Object[].class)
                .getResultList()
                .stream()
                .map(row -> new AccountView(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        Account.Kind.valueOf((String) row[3]),
                        firm.money(
                                day == null
                                        ? ((Number) row[4]).longValue()
                                        : balances.getOrDefault(Account.valueOf((String) row[1]), 0L))))
                .toList();
    }

    /** Debits less credits at the end of the day, minor units; accounts that nothing is booked on are absent. */
    public Map<Account, Long> on(LocalDate day) {
        return sums(database.createNativeQuery("""
                        with start as (select id, last_day from financial_period
                                        where state = 'CLOSED' and last_day <= ?1 order by last_day desc limit 1)
                        select a.name, sum(part.amount)
                          from (select account, balance as amount from period_balance
                                 where period = (select id from start)
                                union all
                                select l.account, l.amount from journal_entry e join journal_line l on l.entry = e.id
                                 where e.booked_on <= ?1
                                   and e.booked_on > coalesce((select last_day from start), date '0001-01-01')) part
                               join ledger_account a on a.code = part.account
                         group by a.name
                        """, Object[].class)
                .setParameter(1, day)
                .getResultList());
    }

    /** Debits less credits of income and expenses between two days, both counted; closes themselves do not. */
    public Map<Account, Long> results(LocalDate from, LocalDate to) {
        return sums(database.createNativeQuery("""
                        select a.name, sum(l.amount)
                          from journal_entry e join journal_line l on l.entry = e.id join ledger_account a on a.code = l.account
                         where e.booked_on between ?1 and ?2 and e.event <> ?3 and a.kind in ('INCOME', 'EXPENSE')
                         group by a.name
                        """, Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, CLOSE)
                .getResultList());
    }

    /** Keeps what the accounts stand at on the last day of a period that is being closed. */
    public void keep(UUID period, LocalDate lastDay) {
        on(lastDay)
                .forEach((account, balance) -> database.createNativeMutationQuery(
                                "insert into period_balance (period, account, balance) values (?1, ?2, ?3)")
                        .setParameter(1, period)
                        .setParameter(2, account.code())
                        .setParameter(3, balance)
                        .executeUpdate());
    }

    /** Last day of the last closed period. */
    public Optional<LocalDate> closedTo() {
        return day("select max(last_day) from financial_period where state = 'CLOSED'");
    }

    /** The day of the first entry there is. */
    public Optional<LocalDate> began() {
        return day("select min(booked_on) from journal_entry");
    }

    /** First day of what no close has divided yet. */
    public LocalDate openSince() {
        return closedTo().map(day -> day.plusDays(1)).or(this::began).orElseGet(firm::today);
    }

    private Optional<LocalDate> day(String query) {
        return Optional.ofNullable(database.createNativeQuery(query, LocalDate.class)
                .getResultList()
                .getFirst());
    }

    private static Map<Account, Long> sums(List<Object[]> rows) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        rows.forEach(row -> sums.put(Account.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return sums;
    }
}
