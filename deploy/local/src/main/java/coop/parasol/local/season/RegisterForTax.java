package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the firm is in India: producers say how they are registered for tax, and what pools pay them is drawn up as bills of supply.
 * Elsewhere the season has no documents.
 */
final class RegisterForTax {

    /** A GSTIN that GSTN's documents use as an example; nobody has it. */
    private static final String EXAMPLE_GSTIN = "27AAPFU0939F1ZV";

    private final SeasonContext context;

    RegisterForTax(SeasonContext context) {
        this.context = context;
    }

    private boolean isInIndia() {
        return context.treasurer
                .get(Component.MEMBERSHIP, "/firm")
                .path("country")
                .asText()
                .equals("IN");
    }

    /** Producers that have not yet said it do; weavers of cloth supply exempt goods, the others have opted for composition. */
    void run() {
        if (!isInIndia()) {
            return;
        }
        for (DemoProducer producer : context.producers) {
            String path = "/members/" + producer.memberId() + "/tax-registrations";
            if (producer.owner().getAllPages(Component.MEMBERSHIP, path).isEmpty()) {
                boolean isExempt = producer.product() == DemoProduct.CLOTH;
                Map<String, Object> registration = new HashMap<>(Map.of(
                        "scheme",
                        isExempt ? "EXEMPT_SUPPLIES" : "COMPOSITION",
                        "country",
                        "IN",
                        "address",
                        "Mill Lane, Moradabad 244001",
                        "validFrom",
                        context.today.toString()));
                if (!isExempt) {
                    registration.put("number", EXAMPLE_GSTIN);
                }
                producer.owner().post(Component.MEMBERSHIP, path, registration);
            }
        }
        context.log.line("Producers say how they are registered for tax, from today on");
    }

    /**
     * Says which documents the settlements so far were drawn up as, and compares them with the statements.
     *
     * @throws OperatorException if a document comes to something else than its statement pays
     */
    void compare() {
        List<JsonNode> documents = context.treasurer.getAllPages(Component.PRICING, "/payout-documents");
        Map<String, BigDecimal> totals = new HashMap<>();
        documents.forEach(document -> totals.put(key(document), Json.number(document.path("total"))));
        int compared = 0;
        for (JsonNode statement : context.treasurer.getAllPages(Component.PRICING, "/statements")) {
            BigDecimal total = totals.get(key(statement));
            BigDecimal paid = Json.number(statement.path("gross")).subtract(Json.number(statement.path("charged")));
            if (total != null && total.compareTo(paid) != 0) {
                throw new OperatorException("A document over " + total + " was drawn up for the statement over " + paid
                        + " of member " + statement.path("memberId").asText() + ".");
            }
            if (total != null) {
                compared++;
            }
        }
        if (!documents.isEmpty()) {
            JsonNode last = documents.getFirst();
            context.log.line("%d bills of supply, the last %s for %s; each of %d comes to what its statement pays"
                    .formatted(
                            documents.size(),
                            last.path("number").asText(),
                            last.path("memberName").asText(),
                            compared));
        }
    }

    private static String key(JsonNode ofAPayout) {
        return ofAPayout.path("settlementId").asText() + " "
                + ofAPayout.path("memberId").asText();
    }
}
