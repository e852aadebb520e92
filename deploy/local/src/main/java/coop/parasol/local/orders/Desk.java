package coop.parasol.local.orders;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Person;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.client.Rest;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Trouble;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The firm's desks, which make partners, standards and prices of what the file names. What is there already stays as it is. */
final class Desk {

    /** The tier of partners that come from a file, and of the prices they get. */
    static final String TIER = "TRADE";

    static final String UNIT = "C62";

    private static final String GRADE = "A";
    private static final String CREDIT = "100000000.00";
    private static final int LINES_PER_LIST = 2000;
    private static final int PATIENCE_SECONDS = 300;
    private static final int NOT_FOUND = 404;

    private final Person quality;
    private final Person secondOfQuality;
    private final Person drafter;
    private final Person approver;
    private final Person logistics;

    Desk(Rest rest) {
        this.quality = rest.demo("qadir");
        this.secondOfQuality = rest.demo("qasim");
        this.drafter = rest.demo("priya");
        this.approver = rest.demo("pavan");
        this.logistics = rest.demo("leela");
    }

    Person logistics() {
        return logistics;
    }

    /** The same customer is the same partner in every file. */
    static UUID partnerId(String customer) {
        return UUID.nameUUIDFromBytes(("parasol trade partner " + customer).getBytes(StandardCharsets.UTF_8));
    }

    void partners(Map<String, String> customers) {
        Bar bar = new Bar("partners", customers.size());
        customers.forEach((customer, country) -> {
            String path = "/partners/" + partnerId(customer);
            if (!exists(logistics, Part.DISTRIBUTION, path)) {
                logistics.put(
                        Part.DISTRIBUTION,
                        path,
                        Map.of(
                                "name",
                                "Customer " + customer,
                                "country",
                                country,
                                "tier",
                                TIER,
                                "creditLimit",
                                Json.money(CREDIT)));
            }
            bar.step(1);
        });
        bar.end();
    }

    /** A standard for each product that has none: one grade, major defects at an AQL of 2.5. */
    void standards(Collection<Survey.Article> articles) {
        Set<String> known = new HashSet<>();
        quality.all(Part.QUALITY, "/standards")
                .forEach(standard -> known.add(standard.path("product").asText()));
        Bar bar = new Bar("products", articles.size());
        for (Survey.Article article : articles) {
            if (!known.contains(article.code())) {
                String draft = quality.post(
                                Part.QUALITY,
                                "/standards",
                                Map.of(
                                        "product", article.code(),
                                        "name", article.name(),
                                        "unit", UNIT,
                                        "characteristics", List.of(),
                                        "aql", Map.of("MAJOR", new BigDecimal("2.5")),
                                        "grades", List.of(GRADE)))
                        .path("standardId")
                        .asText();
                secondOfQuality.post(Part.QUALITY, "/standards/" + draft + "/approval", Map.of());
            }
            bar.step(1);
        }
        bar.end();
    }

    /** A price in the trade tier for each product that has none, drafted by one person and approved by another. */
    void prices(Collection<Survey.Article> articles) {
        Set<String> priced = new HashSet<>();
        drafter.all(Part.PRICING, "/prices?tier=" + TIER)
                .forEach(price -> priced.add(price.path("product").asText()));
        List<Survey.Article> missing = articles.stream()
                .filter(article -> !priced.contains(article.code()))
                .toList();
        Bar bar = new Bar("prices", articles.size());
        bar.step(articles.size() - missing.size());
        for (int from = 0; from < missing.size(); from += LINES_PER_LIST) {
            List<Survey.Article> part = missing.subList(from, Math.min(missing.size(), from + LINES_PER_LIST));
            publish(part);
            bar.step(part.size());
        }
        bar.end();
        awaitCatalogue(articles);
    }

    private void publish(List<Survey.Article> articles) {
        List<Map<String, Object>> prices = new ArrayList<>();
        for (Survey.Article article : articles) {
            prices.add(Map.of(
                    "product", article.code(),
                    "grade", GRADE,
                    "tier", TIER,
                    "minimumQuantity", Json.quantity(0, UNIT),
                    "unitPrice", Json.money(article.price())));
        }
        JsonNode draft = whenKnown(Map.of("prices", prices));
        approver.post(Part.PRICING, "/price-lists/" + draft.path("priceListId").asText() + "/approval", Map.of());
    }

    /** Pricing hears of a new standard a moment after it is published. */
    private JsonNode whenKnown(Map<String, Object> list) {
        for (int second = 0; ; second++) {
            try {
                return drafter.post(Part.PRICING, "/price-lists", list);
            } catch (Refusal refusal) {
                if (second == PATIENCE_SECONDS
                        || (!refusal.code().equals("unknown-product")
                                && !refusal.code().equals("invalid-fields"))) {
                    throw refusal;
                }
                pause();
            }
        }
    }

    /** Orders are accepted at the prices that distribution has heard of. */
    private void awaitCatalogue(Collection<Survey.Article> articles) {
        for (int second = 0; ; second++) {
            Set<String> missing = new HashSet<>();
            articles.forEach(article -> missing.add(article.code()));
            for (JsonNode offer : logistics.all(Part.DISTRIBUTION, "/catalogue?tier=" + TIER)) {
                if (!offer.path("prices").isEmpty()) {
                    missing.remove(offer.path("product").asText());
                }
            }
            if (missing.isEmpty()) {
                return;
            }
            if (second == PATIENCE_SECONDS) {
                throw new Trouble(
                        "Distribution has not heard of " + missing.size() + " prices, "
                                + missing.iterator().next()
                                + " among them.\nWhat to do: ./parasol status; ./parasol dead-letters list distribution; then again.");
            }
            pause();
        }
    }

    private static boolean exists(Person person, Part service, String path) {
        try {
            person.get(service, path);
            return true;
        } catch (Refusal refusal) {
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
            throw new Trouble("interrupted", e);
        }
    }
}
