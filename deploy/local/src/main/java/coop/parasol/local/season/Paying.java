package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.util.Map;

/** What the firm owes goes to the members' banks: drafted by one treasurer, approved by another, paid once. */
final class Paying {

    private static final String RUNS = "/payment-runs";
    private static final String NOTHING_DUE = "nothing-due";

    private final World world;

    Paying(World world) {
        this.world = world;
    }

    void payAll(String bankReference) {
        withdrawDrafts();
        JsonNode run;
        try {
            run = world.treasurer.post(Part.MEMBERSHIP, RUNS, Map.of());
        } catch (Refusal refusal) {
            if (refusal.code().equals(NOTHING_DUE)) {
                return;
            }
            throw refusal;
        }
        world.tomas.post(Part.MEMBERSHIP, RUNS + "/" + run.path("runId").asText() + "/approval", Map.of());
        for (JsonNode payable : run.path("items")) {
            world.treasurer.post(
                    Part.MEMBERSHIP,
                    "/payables/" + payable.path("payableId").asText() + "/payment",
                    Map.of("bankReference", bankReference));
        }
        world.story.tell("%s drafts a payment run of %d payments, %s in all; %s approves it; the bank pays"
                .formatted(
                        world.treasurer.name(),
                        run.path("items").size(),
                        Json.number(run.path("total")),
                        world.tomas.name()));
    }

    /** What an interrupted season has left in drafts is paid with the rest. */
    private void withdrawDrafts() {
        for (JsonNode run : world.treasurer.all(Part.MEMBERSHIP, RUNS)) {
            if (run.path("state").asText().equals("DRAFT")) {
                world.treasurer.delete(
                        Part.MEMBERSHIP, RUNS + "/" + run.path("runId").asText());
            }
        }
    }
}
