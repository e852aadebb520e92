package coop.parasol.local.orders;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.FirmMoney;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Creates the partners, product standards and prices that an order file presupposes, as the demo users of the firm's desks.
 * What exists already is left as it is.
 */
final class MasterDataImport {

    /** The price tier of partners that were created from an order file. */
    static final String TIER = "TRADE";

    static final String UNIT = "C62";

    private static final String GRADE = "A";
    private static final String CREDIT_LIMIT = "100000000.00";
    private static final int LINES_PER_LIST = 2000;
    private static final int MAX_WAIT_SECONDS = 300;
    private static final int NOT_FOUND = 404;

    private final FirmMoney money;
    private final ApiUser qualityDesk;
    private final ApiUser secondQualityDesk;
    private final ApiUser pricingDesk;
    private final ApiUser secondPricingDesk;
    private final ApiUser logisticsDesk;

    MasterDataImport(ParasolApi api) {
        this.money = api.money();
        this.qualityDesk = api.demoUser("qadir");
        this.secondQualityDesk = api.demoUser("qasim");
        this.pricingDesk = api.demoUser("priya");
        this.secondPricingDesk = api.demoUser("pavan");
        this.logisticsDesk = api.demoUser("leela");
    }

    ApiUser logisticsDesk() {
        return logisticsDesk;
    }

    /** The partner's id, derived from the customer number, so that a customer is the same partner in every file. */
    static UUID partnerId(String customer) {
        return UUID.nameUUIDFromBytes(("parasol trade partner " + customer).getBytes(StandardCharsets.UTF_8));
    }

    /** @param customers country code by customer number */
    void createPartners(Map<String, String> customers) {
        ProgressBar progress = new ProgressBar("partners", customers.size());
        customers.forEach((customer, country) -> {
            String path = "/partners/" + partnerId(customer);
            if (!exists(logisticsDesk, Component.DISTRIBUTION, path)) {
                logisticsDesk.put(
                        Component.DISTRIBUTION,
                        path,
                        Map.of(
                                "name",
                                "Customer " + customer,
                                "country",
                                country,
                                "tier",
                                TIER,
                                "creditLimit",
                                money.of(CREDIT_LIMIT)));
            }
            progress.step(1);
        });
        progress.end();
    }

    /** Publishes a standard for each product that has none: one grade, AQL 2.5 for major defects. */
    void publishStandards(Collection<OrderFileSummary.ProductEntry> products) {
        Set<String> known = new HashSet<>();
        qualityDesk
                .getAllPages(Component.QUALITY, "/standards")
                .forEach(standard -> known.add(standard.path("product").asText()));
        ProgressBar progress = new ProgressBar("products", products.size());
        for (OrderFileSummary.ProductEntry product : products) {
            if (!known.contains(product.code())) {
                String draft = qualityDesk
                        .post(
                                Component.QUALITY,
                                "/standards",
                                Map.of(
                                        "product", product.code(),
                                        "name", product.name(),
                                        "unit", UNIT,
                                        "characteristics", List.of(),
                                        "aql", Map.of("MAJOR", new BigDecimal("2.5")),
                                        "grades", List.of(GRADE)))
                        .path("standardId")
                        .asText();
                secondQualityDesk.post(Component.QUALITY, "/standards/" + draft + "/approval", Map.of());
            }
            progress.step(1);
        }
        progress.end();
    }

    /** Publishes a price in the trade tier for each product that has none, drafted by one user and approved by another. */
    void publishPrices(Collection<OrderFileSummary.ProductEntry> products) {
        Set<String> priced = new HashSet<>();
        pricingDesk
                .getAllPages(Component.PRICING, "/prices?tier=" + TIER)
                .forEach(price -> priced.add(price.path("product").asText()));
        List<OrderFileSummary.ProductEntry> missing = products.stream()
                .filter(product -> !priced.contains(product.code()))
                .toList();
        ProgressBar progress = new ProgressBar("prices", products.size());
        progress.step(products.size() - missing.size());
        for (int from = 0; from < missing.size(); from += LINES_PER_LIST) {
            List<OrderFileSummary.ProductEntry> batch =
                    missing.subList(from, Math.min(missing.size(), from + LINES_PER_LIST));
            publish(batch);
            progress.step(batch.size());
        }
        progress.end();
        awaitCatalogue(products);
    }

    private void publish(List<OrderFileSummary.ProductEntry> products) {
        List<Map<String, Object>> prices = new ArrayList<>();
        for (OrderFileSummary.ProductEntry product : products) {
            prices.add(Map.of(
                    "product", product.code(),
                    "grade", GRADE,
                    "tier", TIER,
                    "minimumQuantity", Json.quantity(1, UNIT),
                    "unitPrice", money.of(product.price())));
        }
        JsonNode draft = draftWhenProductsAreKnown(Map.of("prices", prices, "newTiers", List.of(TIER)));
        secondPricingDesk.post(
                Component.PRICING, "/price-lists/" + draft.path("priceListId").asText() + "/approval", Map.of());
    }

    /** Drafts the price list, again until pricing has consumed the events of the new standards. */
    private JsonNode draftWhenProductsAreKnown(Map<String, Object> list) {
        for (int second = 0; ; second++) {
            try {
                return pricingDesk.post(Component.PRICING, "/price-lists", list);
            } catch (ProblemResponseException refusal) {
                if (second == MAX_WAIT_SECONDS
                        || (!refusal.code().equals("unknown-product")
                                && !refusal.code().equals("invalid-fields"))) {
                    throw refusal;
                }
                pause();
            }
        }
    }

    /** Waits until distribution has consumed the events of all prices; it accepts orders at the prices it knows. */
    private void awaitCatalogue(Collection<OrderFileSummary.ProductEntry> products) {
        for (int second = 0; ; second++) {
            Set<String> missing = new HashSet<>();
            products.forEach(product -> missing.add(product.code()));
            for (JsonNode offer : logisticsDesk.getAllPages(Component.DISTRIBUTION, "/catalogue?tier=" + TIER)) {
                if (!offer.path("prices").isEmpty()) {
                    missing.remove(offer.path("product").asText());
                }
            }
            if (missing.isEmpty()) {
                return;
            }
            if (second == MAX_WAIT_SECONDS) {
                throw new OperatorException(
                        "After " + MAX_WAIT_SECONDS + " s distribution does not know " + missing.size()
                                + " of the prices, for example that of "
                                + missing.iterator().next()
                                + ".\n"
                                + "What to do: look at ./parasol status and ./parasol dead-letters list distribution,"
                                + " then import again.");
            }
            pause();
        }
    }

    private static boolean exists(ApiUser person, Component service, String path) {
        try {
            person.get(service, path);
            return true;
        } catch (ProblemResponseException refusal) {
            if (refusal.status() == NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted", e);
        }
    }
}
