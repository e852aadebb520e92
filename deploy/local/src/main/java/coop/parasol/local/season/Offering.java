package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The firm says what the brand stands for and what it costs; nobody else does. */
final class Offering {

    private final World world;

    Offering(World world) {
        this.world = world;
    }

    void tell() {
        world.story.chapter("Standards and prices");
        standards();
        auditors();
        prices();
    }

    private void standards() {
        boolean tried = false;
        for (Product product : Product.values()) {
            JsonNode standard = world.qualityDesk.post(Part.QUALITY, "/standards", product.standard());
            if (standard.path("state").asText().equals("DRAFT")) {
                String approval = "/standards/" + standard.path("standardId").asText() + "/approval";
                if (!tried) {
                    Refusal refusal =
                            world.qualityDesk.refused(() -> world.qualityDesk.post(Part.QUALITY, approval, Map.of()));
                    world.story.tell("Qadir drafts a standard and tries to approve it himself: " + said(refusal));
                    tried = true;
                }
                standard = world.qasim.post(Part.QUALITY, approval, Map.of());
            }
            world.story.tell("%s: standard %s version %s is in force, by two persons of the desk"
                    .formatted(
                            product.title,
                            product.code,
                            standard.path("version").asText()));
        }
        Refusal refusal = world.arun.refused(
                () -> world.firms.getFirst().owner().post(Part.QUALITY, "/standards", Product.LAMP.standard()));
        world.story.tell("a producer tries to publish a standard: " + said(refusal));
    }

    /** Anita has an interest in one of the lamp makers, and so may not judge its work. */
    private void auditors() {
        auditor(World.ARUN, "Arun Verma", List.of());
        Firm kin = world.makersOf(Product.LAMP).getFirst();
        auditor(World.ANITA, "Anita Rao", List.of(kin.memberId()));
        world.story.tell("auditors: Arun Verma; Anita Rao, who has an interest in " + kin.name());
    }

    private void auditor(String id, String name, List<String> interests) {
        world.qualityDesk.put(Part.QUALITY, "/auditors/" + id, Map.of("name", name, "interests", interests));
    }

    /** Prices that are in force already are not published again; they are immutable. */
    private void prices() {
        List<Map<String, Object>> prices = new ArrayList<>();
        List<Map<String, Object>> differentials = new ArrayList<>();
        for (Product product : Product.values()) {
            if (world.priya.all(Part.PRICING, "/prices?product=" + product.code).isEmpty()) {
                prices.addAll(product.prices());
                differentials.add(Map.of(
                        "product", product.code, "grade", Product.SECOND_GRADE, "factor", new BigDecimal("0.9")));
            }
        }
        if (prices.isEmpty()) {
            world.story.tell("the published prices stay as they are");
        } else {
            publish(prices, differentials);
        }
        for (Product product : Product.values()) {
            world.story.until("the prices of " + product.code + " in the catalogue", () -> priced(product));
        }
    }

    private void publish(List<Map<String, Object>> prices, List<Map<String, Object>> differentials) {
        JsonNode draft = Patiently.retry(
                world.story,
                "unknown-product invalid-fields",
                () -> world.priya.post(
                        Part.PRICING, "/price-lists", Map.of("prices", prices, "differentials", differentials)));
        String approval = "/price-lists/" + draft.path("priceListId").asText() + "/approval";
        Refusal refusal = world.priya.refused(() -> world.priya.post(Part.PRICING, approval, Map.of()));
        world.story.tell(
                "Priya drafts " + prices.size() + " prices and tries to approve them herself: " + said(refusal));
        world.pavan.post(Part.PRICING, approval, Map.of());
        world.story.tell("Pavan approves them; published, they never change");
    }

    private boolean priced(Product product) {
        try {
            JsonNode entry = world.bazaar.get(Part.DISTRIBUTION, "/catalogue/" + product.code);
            return Arrays.asList(Product.FIRST_GRADE, Product.SECOND_GRADE).stream()
                    .allMatch(grade ->
                            entry.path("prices").findValuesAsText("grade").contains(grade));
        } catch (Refusal notYet) {
            return false;
        }
    }

    /** @throws coop.parasol.local.servers.Trouble if it was not refused */
    static String said(@org.jspecify.annotations.Nullable Refusal refusal) {
        if (refusal == null) {
            throw new coop.parasol.local.servers.Trouble("A decision was taken by somebody who may not take it.");
        }
        return "refused (" + refusal.status() + " " + refusal.code() + ")";
    }

    static BigDecimal total(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> Json.number(node.path(field))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
