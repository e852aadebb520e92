package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.util.Map;

/**
 * Pays all that is due to members: one treasurer drafts a payment run, the second approves it, and each payable is paid
 * once.
 */
final class PayMembers {

    private static final String RUNS = "/payment-runs";
    private static final String NOTHING_DUE = "nothing-due";

    private final SeasonContext context;

    PayMembers(SeasonContext context) {
        this.context = context;
    }

    void payAll(String bankReference) {
        withdrawDrafts();
        JsonNode run;
        try {
            run = context.treasurer.post(Component.MEMBERSHIP, RUNS, Map.of());
        } catch (ProblemResponseException refusal) {
            if (refusal.code().equals(NOTHING_DUE)) {
                return;
            }
            throw refusal;
        }
        context.secondTreasurer.post(
                Component.MEMBERSHIP, RUNS + "/" + run.path("runId").asText() + "/approval", Map.of());
        for (JsonNode payable : run.path("items")) {
            context.treasurer.post(
                    Component.MEMBERSHIP,
                    "/payables/" + payable.path("payableId").asText() + "/payment",
                    Map.of("bankReference", bankReference));
        }
        context.log.line("%s drafts a payment run of %d payments, %s in all; %s approves it; the bank pays"
                .formatted(
                        context.treasurer.name(),
                        run.path("items").size(),
                        Json.number(run.path("total")),
                        context.secondTreasurer.name()));
    }

    /** Withdraws drafts that an interrupted season has left; what is in them is paid with the new run. */
    private void withdrawDrafts() {
        for (JsonNode run : context.treasurer.getAllPages(Component.MEMBERSHIP, RUNS)) {
            if (run.path("state").asText().equals("DRAFT")) {
                context.treasurer.delete(
                        Component.MEMBERSHIP, RUNS + "/" + run.path("runId").asText());
            }
        }
    }
}
