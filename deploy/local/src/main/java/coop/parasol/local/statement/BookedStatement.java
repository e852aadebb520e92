package coop.parasol.local.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.local.ledger.LedgerProofVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a proof of the books says about a payout statement: that it was booked, by these figures and with this amount. */
public final class BookedStatement {

    /** Accounts of what the firm owes producers of pools: see Account.POOL_PAYABLE of membership. */
    private static final int POOL_PAYABLE = 2200;

    private BookedStatement() {}

    /**
     * Why the books do not hold a statement; empty if they do.
     *
     * @param proof from {@code GET /ledger/proof}
     * @throws IOException if it is no proof
     */
    public static List<String> faults(Path proof, PayoutStatementVerifier.Result statement) throws IOException {
        List<String> faults =
                new ArrayList<>(LedgerProofVerifier.verify(proof, null).faults());
        for (JsonNode link : new ObjectMapper().readTree(proof.toFile()).path("links")) {
            JsonNode header = link.path("header");
            if (header.path("event").asText().equals("PayoutStated")
                    && header.path("sourceDocument").asText().equals(statement.entry())) {
                if (!header.at("/reference/text").asText().equals("sha-256 " + statement.digest())) {
                    faults.add("Entry " + link.path("entry").asText() + " was booked by other figures of the pool.");
                }
                long owed = 0;
                for (JsonNode line : link.path("lines")) {
                    owed -= line.path("account").asInt() == POOL_PAYABLE
                            ? line.path("amount").asLong()
                            : 0;
                }
                if (owed != statement.payable()) {
                    faults.add("Entry " + link.path("entry").asText() + " owes another amount.");
                }
                return faults;
            }
        }
        faults.add("The books have no entry for this statement, or it is not in clear.");
        return faults;
    }
}
