package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Account.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The balance sheet and the income statement. */
@ApplicationScoped
class FinancialStatements {

    private final Balances balances;
    private final Journal journal;
    private final Firm firm;

    FinancialStatements(Balances balances, Journal journal, Firm firm) {
        this.balances = balances;
        this.journal = journal;
        this.firm = firm;
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
        Money result = firm.money(-sums.entrySet().stream()
                .filter(entry -> entry.getKey().kind().isResult())
                .mapToLong(Map.Entry::getValue)
                .sum());
        return new BalanceSheet(
                day == null ? firm.today() : day,
                assets,
                liabilities,
                part(sums, Kind.EQUITY, -1),
                result,
                assets.total().minus(liabilities.total()).minus(result));
    }

    IncomeStatement incomeStatement(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? balances.openSince() : from;
        LocalDate last = to == null ? firm.today() : to;
        Map<Account, Long> sums = balances.results(first, last);
        Part income = part(sums, Kind.INCOME, -1);
        Part expenses = part(sums, Kind.EXPENSE, 1);
        return new IncomeStatement(first, last, income, expenses, income.total().minus(expenses.total()));
    }

    static List<List<Object>> table(BalanceSheet sheet) {
        List<List<Object>> rows = new ArrayList<>(List.of(List.of("part", "account", "amount")));
        rows("assets", sheet.assets(), rows);
        rows("liabilities", sheet.liabilities(), rows);
        rows("equity", sheet.equity(), rows);
        rows.add(List.of("open result", "", sheet.openResult()));
        rows.add(List.of("net book value", "", sheet.netBookValue()));
        return rows;
    }

    static List<List<Object>> table(IncomeStatement statement) {
        List<List<Object>> rows = new ArrayList<>(List.of(List.of("part", "account", "amount")));
        rows("income", statement.income(), rows);
        rows("expenses", statement.expenses(), rows);
        rows.add(List.of("result", "", statement.result()));
        return rows;
    }

    private static void rows(String name, Part part, List<List<Object>> rows) {
        part.items().forEach(item -> rows.add(List.of(name, item.account(), item.amount())));
        rows.add(List.of(name, "total", part.total()));
    }

    private Part part(Map<Account, Long> sums, Kind kind, int sign) {
        List<Item> items = sums.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind && entry.getValue() != 0)
                .map(entry -> new Item(entry.getKey().name(), firm.money(sign * entry.getValue())))
                .toList();
        return new Part(items, items.stream().map(Item::amount).reduce(firm.money(0), Money::plus));
    }
}
