package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Still step 6: pools of earlier weeks are closed finally by two persons. That of this week stays open, since partners still pay for its
 * goods: its closing is proposed and withdrawn.
 */
final class ClosePools {

    private static final int CONFLICT = 409;

    private final SeasonContext context;

    ClosePools(SeasonContext context) {
        this.context = context;
    }

    void run() {
        Set<String> tried = new HashSet<>();
        for (JsonNode settled : context.pricingDesk.getAllPages(Component.PRICING, "/settlements?state=SETTLED")) {
            String week = settled.path("period").asText();
            String product = settled.path("product").asText();
            if (tried.add(product + " " + week)
                    && (week.compareTo(String.valueOf(context.period)) < 0 || product.equals(DemoProduct.LAMP.code))) {
                close(product, week);
            }
        }
    }

    private void close(String product, String week) {
        JsonNode closing;
        try {
            closing = context.pricingDesk.post(
                    Component.PRICING, "/pool-closings", Map.of("product", product, "period", week));
        } catch (ProblemResponseException refusal) {
            if (refusal.status() != CONFLICT) {
                throw refusal;
            }
            return;
        }
        String path = "/pool-closings/" + closing.path("closingId").asText();
        if (week.equals(String.valueOf(context.period))) {
            context.secondPricingDesk.delete(Component.PRICING, path);
            context.log.line(
                    "Priya proposes to close the pool of %s for %s finally; Pavan withdraws it, since partners still pay"
                            .formatted(product, week));
        } else {
            context.secondPricingDesk.post(Component.PRICING, path + "/approval", Map.of());
            context.log.line("the pool of %s for %s is closed finally".formatted(product, week));
        }
    }
}
