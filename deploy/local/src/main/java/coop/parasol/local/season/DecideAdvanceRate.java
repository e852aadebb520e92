package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.util.Map;

/** Still step 2: where the bylaws allow advances on certified goods, two persons of the pricing desk decide the rate for lamps. */
final class DecideAdvanceRate {

    private static final int RATE = 6_000;
    private static final String PRODUCT = DemoProduct.LAMP.code;

    private final SeasonContext context;

    DecideAdvanceRate(SeasonContext context) {
        this.context = context;
    }

    void run() {
        int maximum = context.treasurer
                .get(Component.MEMBERSHIP, "/bylaws")
                .at("/bylaws/maximumAdvanceRate")
                .asInt();
        if (maximum < RATE) {
            context.log.line("the bylaws allow no advances of 60 % on certified goods");
            return;
        }
        context.log.awaitUntil(
                "the bylaws about advances in pricing",
                () -> limit().path("maximumRate").asInt() >= RATE);
        if (isInForce()) {
            context.log.line("advances of 60 % on certified lamps stay as they are; " + used());
            return;
        }
        JsonNode simulated = context.pricingDesk.get(
                Component.PRICING, "/advance-rates/simulation?product=" + PRODUCT + "&rate=" + RATE);
        JsonNode proposed =
                context.pricingDesk.post(Component.PRICING, "/advance-rates", Map.of("product", PRODUCT, "rate", RATE));
        String approval = "/advance-rates/" + proposed.path("rateId").asText() + "/approval";
        ProblemResponseException refusal = context.pricingDesk.expectRefusal(
                () -> context.pricingDesk.post(Component.PRICING, approval, Map.of()));
        context.secondPricingDesk.post(Component.PRICING, approval, Map.of());
        context.log.line(
                "Priya proposes advances of 60 %% on certified lamps, which would have come to %s, and tries to approve them herself: %s; Pavan does, %s"
                        .formatted(
                                Json.number(simulated.path("amount")),
                                PublishStandardsAndPrices.describe(refusal),
                                used()));
    }

    private boolean isInForce() {
        for (JsonNode rate : context.pricingDesk.getAllPages(Component.PRICING, "/advance-rates?state=APPROVED")) {
            if (rate.path("product").asText().equals(PRODUCT)) {
                return rate.path("rate").asInt() == RATE;
            }
        }
        return false;
    }

    private String used() {
        JsonNode limit = limit();
        return "%s of %s are outstanding"
                .formatted(Json.number(limit.path("outstanding")), Json.number(limit.path("limit")));
    }

    private JsonNode limit() {
        return context.treasurer.get(Component.PRICING, "/advance-limit");
    }
}
