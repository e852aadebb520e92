package coop.parasol.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sums what the lines say: an entry is zero, and every balance follows from the one before, so that no line can be left out. */
final class Balances {

    private final Consumer<String> fault;
    private final Map<String, Long> balances = new HashMap<>();

    Balances(Consumer<String> fault) {
        this.fault = fault;
    }

    /** @param whole whether the file holds every line of every account, or only those of one member */
    void entry(long entry, JsonNode link, boolean whole) {
        long sum = 0;
        boolean clear = true;
        for (JsonNode line : link.path("lines")) {
            if (Canonical.isHidden(line)) {
                clear = false;
                if (line.size() > 1) {
                    fault.accept("A hidden line of entry " + entry + " says more than its digest.");
                }
                continue;
            }
            long amount = line.path("amount").asLong();
            sum += amount;
            String account = line.path("account").asText();
            String where = "line " + line.path("line").asText() + " of entry " + entry;
            if (whole) {
                follows(account, amount, line.path("balance").asLong(), "account " + account, where);
            }
            if (line.hasNonNull("memberId")) {
                String member = line.path("memberId").asText();
                follows(
                        account + "/" + member,
                        amount,
                        line.path("memberBalance").asLong(),
                        "account " + account + " of member " + member,
                        where);
            }
        }
        if (clear && sum != 0) {
            fault.accept("Entry " + entry + " sums to " + sum + " minor units, not to zero.");
        }
        if (link.path("lines").isEmpty()) {
            fault.accept("Entry " + entry + " has no lines.");
        }
    }

    private void follows(String account, long amount, long balance, String what, String where) {
        long expected = balances.getOrDefault(account, 0L) + amount;
        if (balance != expected) {
            fault.accept("The balance of " + what + " is " + expected + " after " + where + ", and it says " + balance
                    + ".");
        }
        balances.put(account, balance);
    }
}
