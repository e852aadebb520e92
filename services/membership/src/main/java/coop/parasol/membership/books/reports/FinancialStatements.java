package coop.parasol.membership.books.reports;

import coop.parasol.contracts.Money;
import coop.parasol.csv.CsvWriter;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Account.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The financial statements: the balance sheet of a day and the income statement between two days, from the accounts' balances. */
@ApplicationScoped
class FinancialStatements {

    private final Balances balances;
    private final Journal journal;
    private final FirmClock clock;
    private final FirmCurrency currency;

    FinancialStatements(Balances balances, Journal journal, FirmClock clock, FirmCurrency currency) {
        this.balances = balances;
        this.journal = journal;
        this.clock = clock;
        this.currency = currency;
    }

    /** @param amount as the report reads it: what is had, owed, owned, earned or spent is positive */
    record Item(String account, Money amount) {}

    /** @param total of all items */
    record Part(List<Item> items, Money total) {}

    /**
     * @param openResult income less expenses that no close has divided yet
     * @param netBookValue assets less liabilities less the open result; the equity
     */
    record BalanceSheet(
            LocalDate on, Part assets, Part liabilities, Part equity, Money openResult, Money netBookValue) {}

    /** @param result income less expenses */
    record IncomeStatement(LocalDate from, LocalDate to, Part income, Part expenses, Money result) {}

    BalanceSheet balanceSheet(@Nullable LocalDate day) {
        Map<Account, Long> sums = day == null ? journal.balances() : balances.on(day);
        Part assets = part(sums, Kind.ASSET, 1);
        Part liabilities = part(sums, Kind.LIABILITY, -1);
        Money result = currency.money(-sums.entrySet().stream()
                .filter(entry -> entry.getKey().kind().isResult())
                .mapToLong(Map.Entry::getValue)
                .sum());
        return new BalanceSheet(
                day == null ? clock.today() : day,
                assets,
                liabilities,
                part(sums, Kind.EQUITY, -1),
                result,
                assets.total().minus(liabilities.total()).minus(result));
    }

    IncomeStatement incomeStatement(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? balances.firstOpenDay() : from;
        LocalDate last = to == null ? clock.today() : to;
        Map<Account, Long> sums = balances.incomeAndExpenses(first, last);
        Part income = part(sums, Kind.INCOME, -1);
        Part expenses = part(sums, Kind.EXPENSE, 1);
        return new IncomeStatement(first, last, income, expenses, income.total().minus(expenses.total()));
    }

    static String csv(BalanceSheet sheet) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row("part", "account", "amount");
        rows("assets", sheet.assets(), csv);
        rows("liabilities", sheet.liabilities(), csv);
        rows("equity", sheet.equity(), csv);
        csv.row("open result", "", ReportFormat.number(sheet.openResult()));
        csv.row("net book value", "", ReportFormat.number(sheet.netBookValue()));
        return text.toString();
    }

    static String csv(IncomeStatement statement) {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        csv.row("part", "account", "amount");
        rows("income", statement.income(), csv);
        rows("expenses", statement.expenses(), csv);
        csv.row("result", "", ReportFormat.number(statement.result()));
        return text.toString();
    }

    private static void rows(String name, Part part, CsvWriter csv) {
        part.items().forEach(item -> csv.row(name, item.account(), ReportFormat.number(item.amount())));
        csv.row(name, "total", ReportFormat.number(part.total()));
    }

    private Part part(Map<Account, Long> sums, Kind kind, int sign) {
        List<Item> items = sums.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind && entry.getValue() != 0)
                .map(entry -> new Item(entry.getKey().name(), currency.money(sign * entry.getValue())))
                .toList();
        return new Part(items, items.stream().map(Item::amount).reduce(currency.money(0), Money::plus));
    }
}
