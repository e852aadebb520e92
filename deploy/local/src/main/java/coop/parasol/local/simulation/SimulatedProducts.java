package coop.parasol.local.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Made-up products: their standards, the auditor who inspects them, and their prices; each by two persons of its desk. */
final class SimulatedProducts {

    static final String TIER = "RETAIL";
    static final String GRADE = "A";

    private static final String AUDITOR = "0198c000-0000-7000-8000-00000000a001";

    private final SimulatedFirm firm;

    SimulatedProducts(SimulatedFirm firm) {
        this.firm = firm;
    }

    /** @param unit a code of UN/CEFACT Recommendation 20 */
    void publishStandards(List<String> products, String name, String unit) {
        for (String product : products) {
            JsonNode draft = firm.qualityDesk.post(
                    Component.QUALITY,
                    "/standards",
                    Map.of(
                            "product",
                            product,
                            "name",
                            name,
                            "unit",
                            unit,
                            "characteristics",
                            List.of(
                                    characteristic("safe to use", "CRITICAL"),
                                    characteristic("as ordered", "MAJOR"),
                                    characteristic("clean", "MINOR")),
                            "aql",
                            Map.of("CRITICAL", aql("0.65"), "MAJOR", aql("1.0"), "MINOR", aql("4.0")),
                            "grades",
                            List.of(GRADE)));
            firm.secondQualityDesk.post(
                    Component.QUALITY, "/standards/" + draft.path("standardId").asText() + "/approval", Map.of());
        }
        firm.qualityDesk.put(
                Component.QUALITY, "/auditors/" + AUDITOR, Map.of("name", "Arun Verma", "interests", List.of()));
        firm.lag().awaitNone();
    }

    private static BigDecimal aql(String percent) {
        return new BigDecimal(percent);
    }

    private static Map<String, Object> characteristic(String name, String defectClass) {
        return Map.of("name", name, "kind", "ATTRIBUTE", "defectClass", defectClass);
    }

    void publishPrices(List<String> products, String unit, String unitPrice) {
        List<Map<String, Object>> prices = products.stream()
                .map(product -> Map.<String, Object>of(
                        "product",
                        product,
                        "grade",
                        GRADE,
                        "tier",
                        TIER,
                        "minimumQuantity",
                        Json.quantity(1, unit),
                        "unitPrice",
                        firm.api().money().of(unitPrice)))
                .toList();
        JsonNode draft = firm.pricingDesk.post(
                Component.PRICING, "/price-lists", Map.of("prices", prices, "newTiers", List.of(TIER)));
        firm.secondPricingDesk.post(
                Component.PRICING, "/price-lists/" + draft.path("priceListId").asText() + "/approval", Map.of());
        firm.lag().awaitNone();
    }
}
