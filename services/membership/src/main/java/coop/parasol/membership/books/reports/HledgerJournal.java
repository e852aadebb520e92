package coop.parasol.membership.books.reports;

import coop.parasol.contracts.Money;
import coop.parasol.membership.books.ledger.JournalEntries;
import coop.parasol.membership.books.ledger.rules.Account;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal in the format of plain-text accounting that hledger reads (hledger.org). Every account and the currency are declared,
 * so that a typing error cannot pass ({@code hledger check --strict}).
 */
final class HledgerJournal {

    private HledgerJournal() {}

    static String currencyDeclaration(String code) {
        int digits = Currency.getInstance(code).getDefaultFractionDigits();
        return "commodity 1000." + "0".repeat(digits) + " " + code + "\n";
    }

    static String accountDeclaration(Account account, @Nullable UUID member) {
        return "account " + name(account, member) + "\n";
    }

    static String transaction(JournalEntries.EntryView entry) {
        StringBuilder text = new StringBuilder("\n%s (%d) %s  ; event:%s, actor:%s\n"
                .formatted(
                        entry.bookedOn(),
                        entry.entry(),
                        words(entry.narrative()),
                        words(entry.event()),
                        words(entry.actor())));
        for (JournalEntries.LineView line : entry.lines()) {
            text.append("    ")
                    .append(name(Account.valueOf(line.account()), line.memberId()))
                    .append("  ")
                    .append(amount(line.amount()))
                    .append('\n');
        }
        return text.toString();
    }

    /** {@code liabilities:POOL_PAYABLE:<member>}. */
    static String name(Account account, @Nullable UUID member) {
        String root = switch (account.kind()) {
            case ASSET -> "assets";
            case LIABILITY -> "liabilities";
            case EQUITY -> "equity";
            case INCOME -> "income";
            case EXPENSE -> "expenses";
        };
        String name = root + ":" + account.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return member == null ? name : name + ":" + member;
    }

    private static String amount(Money amount) {
        return amount.amount() + " " + amount.currency();
    }

    /** Without what would end a description, a comment or a tag. */
    private static String words(String text) {
        return text.replaceAll("[\\p{Cntrl};|,:()*!=]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
