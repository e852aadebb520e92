package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books of entries alone, without a database. */
final class PaperBooks {

    private final List<Entry> journal = new ArrayList<>();
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    private final Map<UUID, Map<Account, Long>> parts = new HashMap<>();
    private final Set<String> booked = new HashSet<>();

    int entries() {
        return journal.size();
    }

    Map<Account, Long> balances() {
        return balances;
    }

    void other(Account debit, @Nullable UUID debtor, Account credit, @Nullable UUID creditor, long amount) {
        Entry.Builder draft = new Entry.Builder();
        if (debtor == null) {
            draft.debit(debit, amount);
        } else {
            draft.debit(debit, debtor, amount);
        }
        if (creditor == null) {
            draft.credit(credit, amount);
        } else {
            draft.credit(credit, creditor, amount);
        }
        post(draft.build("Business", UUID.randomUUID(), null, null));
    }

    /** Told twice it is booked once. */
    void post(Entry entry) {
        if (entry.lines().isEmpty() || !booked.add(entry.event() + entry.sourceDocument())) {
            return;
        }
        journal.add(entry);
        assertThat(entry.lines().stream().mapToLong(Entry.Line::amount).sum()).isZero();
        apply(entry, balances);
        for (Entry.Line line : entry.lines()) {
            if (line.memberId() != null) {
                parts.computeIfAbsent(line.memberId(), any -> new EnumMap<>(Account.class))
                        .merge(line.account(), line.amount(), Long::sum);
            }
        }
    }

    Map<Account, Long> replayed() {
        Map<Account, Long> again = new EnumMap<>(Account.class);
        journal.forEach(entry -> apply(entry, again));
        return again;
    }

    private static void apply(Entry entry, Map<Account, Long> to) {
        entry.lines().forEach(line -> to.merge(line.account(), line.amount(), Long::sum));
    }

    long equity() {
        return -sum(Account.Kind.EQUITY);
    }

    long netAssets() {
        return sum(Account.Kind.ASSET) + sum(Account.Kind.LIABILITY) + sum(Account.Kind.INCOME);
    }

    private long sum(Account.Kind kind) {
        return balances.entrySet().stream()
                .filter(one -> one.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    long part(UUID member, Account account) {
        return parts.getOrDefault(member, Map.of()).getOrDefault(account, 0L);
    }
}
