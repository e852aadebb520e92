package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step 2: the quality desk publishes standards and registers auditors, the pricing desk publishes prices; each needs a
 * second user's approval.
 */
final class PublishStandardsAndPrices {

    private final SeasonContext context;

    PublishStandardsAndPrices(SeasonContext context) {
        this.context = context;
    }

    void run() {
        context.log.section("Standards and prices");
        standards();
        auditors();
        prices();
    }

    private void standards() {
        boolean tried = false;
        for (DemoProduct product : DemoProduct.values()) {
            JsonNode standard = context.qualityDesk.post(Component.QUALITY, "/standards", product.standard());
            if (standard.path("state").asText().equals("DRAFT")) {
                String approval = "/standards/" + standard.path("standardId").asText() + "/approval";
                if (!tried) {
                    ProblemResponseException refusal = context.qualityDesk.expectRefusal(
                            () -> context.qualityDesk.post(Component.QUALITY, approval, Map.of()));
                    context.log.line("Qadir drafts a standard and tries to approve it himself: " + describe(refusal));
                    tried = true;
                }
                standard = context.secondQualityDesk.post(Component.QUALITY, approval, Map.of());
            }
            context.log.line("%s: standard %s version %s is in force, by two persons of the desk"
                    .formatted(
                            product.title,
                            product.code,
                            standard.path("version").asText()));
        }
        ProblemResponseException refusal = context.arun.expectRefusal(() -> context.producers
                .getFirst()
                .owner()
                .post(Component.QUALITY, "/standards", DemoProduct.LAMP.standard()));
        context.log.line("a producer tries to publish a standard: " + describe(refusal));
    }

    /**
     * Registers both auditors. Anita has an interest in one of the lamp producers and therefore may not inspect its
     * batches.
     */
    private void auditors() {
        auditor(SeasonContext.ARUN, "Arun Verma", List.of());
        DemoProducer relatedProducer = context.producersOf(DemoProduct.LAMP).getFirst();
        auditor(SeasonContext.ANITA, "Anita Rao", List.of(relatedProducer.memberId()));
        context.log.line("auditors: Arun Verma; Anita Rao, who has an interest in " + relatedProducer.name());
    }

    private void auditor(String id, String name, List<String> interests) {
        context.qualityDesk.put(Component.QUALITY, "/auditors/" + id, Map.of("name", name, "interests", interests));
    }

    /** Publishes the prices that are not in force yet; published prices never change. */
    private void prices() {
        List<Map<String, Object>> prices = new ArrayList<>();
        List<Map<String, Object>> differentials = new ArrayList<>();
        for (DemoProduct product : DemoProduct.values()) {
            if (context.pricingDesk
                    .getAllPages(Component.PRICING, "/prices?product=" + product.code)
                    .isEmpty()) {
                prices.addAll(product.prices(context.api.money()));
                differentials.add(Map.of(
                        "product", product.code, "grade", DemoProduct.SECOND_GRADE, "factor", new BigDecimal("0.9")));
            }
        }
        if (prices.isEmpty()) {
            context.log.line("the published prices stay as they are");
        } else {
            publish(prices, differentials);
        }
        for (DemoProduct product : DemoProduct.values()) {
            context.log.awaitUntil("the prices of " + product.code + " in the catalogue", () -> priced(product));
        }
    }

    private void publish(List<Map<String, Object>> prices, List<Map<String, Object>> differentials) {
        JsonNode draft = RetryWhileUnknown.retry(
                context.log,
                "unknown-product invalid-fields",
                () -> context.pricingDesk.post(
                        Component.PRICING,
                        "/price-lists",
                        Map.of("prices", prices, "differentials", differentials, "newTiers", DemoProduct.TIERS)));
        String approval = "/price-lists/" + draft.path("priceListId").asText() + "/approval";
        ProblemResponseException refusal = context.pricingDesk.expectRefusal(
                () -> context.pricingDesk.post(Component.PRICING, approval, Map.of()));
        context.log.line(
                "Priya drafts " + prices.size() + " prices and tries to approve them herself: " + describe(refusal));
        context.secondPricingDesk.post(Component.PRICING, approval, Map.of());
        context.log.line("Pavan approves them; published, they never change");
    }

    private boolean priced(DemoProduct product) {
        try {
            JsonNode entry = context.logisticsDesk.get(Component.DISTRIBUTION, "/catalogue/" + product.code);
            return Arrays.asList(DemoProduct.FIRST_GRADE, DemoProduct.SECOND_GRADE).stream()
                    .allMatch(grade ->
                            entry.path("prices").findValuesAsText("grade").contains(grade));
        } catch (ProblemResponseException notYet) {
            return false;
        }
    }

    /**
     * Describes the refusal for the log.
     *
     * @throws OperatorException if the request was not refused
     */
    static String describe(@Nullable ProblemResponseException refusal) {
        if (refusal == null) {
            throw new OperatorException("A decision was taken by somebody who may not take it.");
        }
        return "refused (" + refusal.status() + " " + refusal.code() + ")";
    }

    static BigDecimal total(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> Json.number(node.path(field))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
