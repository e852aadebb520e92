package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Producers say how they are registered for tax, and what pools pay them is drawn up as documents: in India as bills of supply, in Germany,
 * Austria and France as self-billing invoices. Elsewhere the season has no documents.
 */
final class RegisterForTax {

    /** Numbers that tax offices' documents use as examples, by country; nobody in a demo has them. */
    private static final Map<String, String> EXAMPLE_NUMBERS = Map.of(
            "IN", "27AAPFU0939F1ZV",
            "DE", "DE136695976",
            "AT", "ATU13585627",
            "FR", "FR40303265045");

    private final SeasonContext context;

    RegisterForTax(SeasonContext context) {
        this.context = context;
    }

    private String country() {
        return context.treasurer
                .get(Component.MEMBERSHIP, "/firm")
                .path("country")
                .asText();
    }

    /** Producers that have not yet said it do; weavers of cloth charge no tax, the others do where their law lets them. */
    void run() {
        String country = country();
        if (!EXAMPLE_NUMBERS.containsKey(country)) {
            return;
        }
        for (DemoProducer producer : context.producers) {
            String path = "/members/" + producer.memberId() + "/tax-registrations";
            if (producer.owner().getAllPages(Component.MEMBERSHIP, path).isEmpty()) {
                boolean weaves = producer.product() == DemoProduct.CLOTH;
                producer.owner()
                        .post(
                                Component.MEMBERSHIP,
                                path,
                                country.equals("IN") ? inIndia(weaves) : inTheUnion(country, weaves));
            }
        }
        context.log.line("Producers say how they are registered for tax, from today on");
    }

    private Map<String, Object> inIndia(boolean weaves) {
        Map<String, Object> registration =
                registration("IN", weaves ? "EXEMPT_SUPPLIES" : "COMPOSITION", "Mill Lane, Moradabad 244001");
        if (weaves) {
            registration.remove("number");
        }
        return registration;
    }

    private Map<String, Object> inTheUnion(String country, boolean weaves) {
        Map<String, Object> registration =
                registration(country, weaves ? "SMALL_ENTERPRISE" : "STANDARD", "1 Mill Lane");
        registration.put("selfBillingAgreedOn", context.today.toString());
        return registration;
    }

    private Map<String, Object> registration(String country, String scheme, String address) {
        return new HashMap<>(Map.of(
                "scheme",
                scheme,
                "country",
                country,
                "number",
                Objects.requireNonNull(EXAMPLE_NUMBERS.get(country)),
                "address",
                address,
                "validFrom",
                context.today.toString()));
    }

    /**
     * Says which documents the settlements so far were drawn up as, and compares them with the statements, and the tax on top of them with
     * the books.
     *
     * @throws OperatorException if a document comes to something else than its statement pays, or the books owe another tax
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
            context.log.line("%d payout documents, the last %s for %s; each of %d comes to what its statement pays"
                    .formatted(
                            documents.size(),
                            last.path("number").asText(),
                            last.path("memberName").asText(),
                            compared));
        }
        compareTax(documents);
    }

    private void compareTax(List<JsonNode> documents) {
        Map<String, BigDecimal> taxes = new HashMap<>();
        for (JsonNode document : documents) {
            if (document.hasNonNull("taxOnTop")
                    && Json.number(document.path("taxOnTop")).signum() > 0) {
                taxes.put(document.path("documentId").asText(), Json.number(document.path("taxOnTop")));
            }
        }
        if (taxes.isEmpty()) {
            return;
        }
        context.log.awaitUntil(
                "the books owe the tax of every document",
                () -> owedTaxes().keySet().containsAll(taxes.keySet()));
        owedTaxes().forEach((document, owed) -> {
            if (owed.compareTo(taxes.getOrDefault(document, BigDecimal.ZERO)) != 0) {
                throw new OperatorException("The books owe " + owed + " for document " + document + ", which has "
                        + taxes.get(document) + " of tax on top.");
            }
        });
        context.log.line("%d of them have tax on top, %s in all, which the books owe beside the payouts"
                .formatted(taxes.size(), taxes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** What the books have come to owe as tax, by document; what the bank sent back once. */
    private Map<String, BigDecimal> owedTaxes() {
        Map<String, BigDecimal> owed = new HashMap<>();
        for (JsonNode payable : context.treasurer.getAllPages(Component.MEMBERSHIP, "/payables?kind=PAYOUT_TAX")) {
            if (!payable.path("state").asText().equals("RETURNED")) {
                owed.merge(payable.path("sourceId").asText(), Json.number(payable.path("amount")), BigDecimal::add);
            }
        }
        return owed;
    }

    private static String key(JsonNode ofAPayout) {
        return ofAPayout.path("settlementId").asText() + " "
                + ofAPayout.path("memberId").asText();
    }
}
