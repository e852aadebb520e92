package coop.parasol.local.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.local.ledger.LedgerProofVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The payout statements that a proof of the books shows as booked: by which figures, and with which amount.
 *
 * @param faults of the proof itself; empty if it is right
 * @param entries of the journal, by settlement and member
 */
public record BookedStatements(List<String> faults, Map<String, JsonNode> entries) {

    /** The account of what the firm owes producers of pools: Account.POOL_PAYABLE of membership. */
    private static final int POOL_PAYABLE = 2200;

    /** The account of advances that are not recovered: Account.ADVANCES of membership. */
    private static final int ADVANCES = 1300;

    /**
     * Verifies a proof and finds its statements.
     *
     * @param proof from {@code GET /ledger/proof}
     * @throws IOException if it is no proof
     */
    public static BookedStatements read(Path proof) throws IOException {
        List<String> faults = LedgerProofVerifier.verify(proof, null).faults();
        Map<String, JsonNode> entries = new HashMap<>();
        for (JsonNode link : new ObjectMapper().readTree(proof.toFile()).path("links")) {
            if (link.at("/header/event").asText().equals("PayoutStated")) {
                entries.put(link.at("/header/sourceDocument").asText(), link);
            }
        }
        return new BookedStatements(faults, entries);
    }

    /** Why the books do not hold a statement; empty if they do, or if it moves no money, which nobody books. */
    public List<String> faults(PayoutStatementVerifier.Result statement) {
        JsonNode entry = entries.get(statement.entry());
        if (entry == null) {
            return statement.movesMoney()
                    ? List.of("The books have no entry for this statement, or it is not in clear.")
                    : List.of();
        }
        List<String> found = new ArrayList<>();
        String number = entry.path("entry").asText();
        if (!entry.at("/header/reference/text").asText().equals("sha-256 " + statement.digest())) {
            found.add("Entry " + number + " was booked by other figures of the pool.");
        }
        if (credit(entry, POOL_PAYABLE) != statement.payable()) {
            found.add("Entry " + number + " owes another amount.");
        }
        if (credit(entry, ADVANCES) != statement.advances()) {
            found.add("Entry " + number + " deducts other advances.");
        }
        return found;
    }

    /** Credits less debits of an account, in minor units. */
    private static long credit(JsonNode entry, int account) {
        long credit = 0;
        for (JsonNode line : entry.path("lines")) {
            credit -= line.path("account").asInt() == account
                    ? line.path("amount").asLong()
                    : 0;
        }
        return credit;
    }
}
