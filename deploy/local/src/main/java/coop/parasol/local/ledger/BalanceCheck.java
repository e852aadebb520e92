package coop.parasol.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.ledger.LedgerProofVerifier.ClosingBalance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks the sums: the lines of an entry are zero, and every balance is the one before plus the amount. */
final class BalanceCheck {

    private final Consumer<String> fault;
    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Map<Integer, ClosingBalance>> members = new HashMap<>();

    BalanceCheck(Consumer<String> fault) {
        this.fault = fault;
    }

    /** @param whole whether the file holds every line of every account, or only those of one member */
    void entry(long entry, JsonNode link, boolean whole) {
        long sum = 0;
        boolean clear = true;
        for (JsonNode line : link.path("lines")) {
            if (CanonicalForm.isHidden(line)) {
                clear = false;
                hidden(entry, line, whole);
                continue;
            }
            sum += line.path("amount").asLong();
            if (whole) {
                total(entry, line);
            }
            if (line.hasNonNull("memberId")) {
                part(entry, line);
            }
        }
        if (clear && sum != 0) {
            fault.accept("Entry " + entry + " sums to " + sum + " minor units, not to zero.");
        }
        if (link.path("lines").isEmpty()) {
            fault.accept("Entry " + entry + " has no lines.");
        }
    }

    /** The member's accounts by code, as the last of its lines leaves them. */
    List<ClosingBalance> closingBalances(@Nullable String member) {
        return member == null
                ? List.of()
                : List.copyOf(members.getOrDefault(member, Map.of()).values());
    }

    private void hidden(long entry, JsonNode line, boolean whole) {
        if (whole) {
            fault.accept("A line of entry " + entry + " is not in clear, as all of the books are.");
        }
        if (line.size() > 1) {
            fault.accept("A hidden line of entry " + entry + " says more than its digest.");
        }
    }

    private void total(long entry, JsonNode line) {
        String account = line.path("account").asText();
        long balance = line.path("balance").asLong();
        follows(totals.getOrDefault(account, 0L), balance, "account " + account, entry, line);
        totals.put(account, balance);
    }

    private void part(long entry, JsonNode line) {
        int account = line.path("account").asInt();
        String member = line.path("memberId").asText();
        Map<Integer, ClosingBalance> accounts = members.computeIfAbsent(member, any -> new TreeMap<>());
        ClosingBalance before = accounts.getOrDefault(account, new ClosingBalance(account, 0, 0, 0));
        long balance = line.path("memberBalance").asLong();
        follows(before.balance(), balance, "account " + account + " of member " + member, entry, line);
        accounts.put(account, new ClosingBalance(account, balance, entry, before.lines() + 1));
    }

    private void follows(long before, long balance, String what, long entry, JsonNode line) {
        long expected = before + line.path("amount").asLong();
        if (balance != expected) {
            fault.accept("The balance of " + what + " is " + expected + " after line "
                    + line.path("line").asText() + " of entry " + entry + ", and it says " + balance + ".");
        }
    }
}
