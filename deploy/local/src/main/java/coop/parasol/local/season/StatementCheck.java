package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import coop.parasol.local.statement.BookedStatements;
import coop.parasol.local.statement.PayoutStatementVerifier;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Producers compute their payout statements anew from the figures of the pools, and look into the books for these. */
final class StatementCheck {

    private StatementCheck() {}

    /** Why statements of a producer do not follow from their pools' figures, or are not in the books; empty if they all do. */
    static List<String> faults(DemoProducer producer) {
        try {
            Path proof = Files.createTempFile("ledger-proof", ".json");
            try {
                Files.writeString(proof, Json.write(producer.owner().get(Component.MEMBERSHIP, "/ledger/proof")));
                BookedStatements booked = BookedStatements.read(proof);
                List<String> faults = new ArrayList<>(booked.faults());
                for (JsonNode statement : producer.owner().getAllPages(Component.PRICING, "/statements")) {
                    PayoutStatementVerifier.Result result =
                            verify(producer, statement.path("settlementId").asText());
                    faults.addAll(result.faults());
                    faults.addAll(booked.faults(result));
                }
                return faults;
            } finally {
                Files.delete(proof);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PayoutStatementVerifier.Result verify(DemoProducer producer, String settlementId)
            throws IOException {
        String file = "/statements/" + settlementId + "/members/" + producer.memberId() + ".csv";
        return PayoutStatementVerifier.verify(
                new StringReader(producer.owner().get(Component.PRICING, file).asText()));
    }
}
