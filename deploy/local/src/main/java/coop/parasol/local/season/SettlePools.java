package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Step 6: each product's pool is settled: what partners paid for members' goods is paid to the members, at one price
 * for one grade.
 */
final class SettlePools {

    private final SeasonContext context;

    SettlePools(SeasonContext context) {
        this.context = context;
    }

    void run() {
        context.log.section("Settlement");
        for (DemoProduct product : DemoProduct.values()) {
            settle(product, receipts(context.paidInvoices, product), product.costs);
        }
        statements();
        payouts();
    }

    /** What partners have paid by these invoices for members' goods of the product. */
    private static BigDecimal receipts(List<JsonNode> invoices, DemoProduct product) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode invoice : invoices) {
            for (JsonNode line : invoice.path("lines")) {
                if (line.path("product").asText().equals(product.code) && line.hasNonNull("memberId")) {
                    sum = sum.add(Json.number(line.path("amount")));
                }
            }
        }
        return sum;
    }

    /** Settles what was paid last as a supplement to the pool, and pays all who have a part in it. */
    void settleLast(DemoProduct product, DemoProducer former) {
        settle(product, receipts(List.of(context.paidInvoices.getLast()), product), product.costs);
        for (JsonNode payout : context.settledPools.getLast().path("payouts")) {
            String memberId = payout.path("memberId").asText();
            BigDecimal due = Json.number(payout.path("payable"));
            if (due.signum() > 0) {
                awaitInBooks(memberId, due);
            }
            if (memberId.equals(former.memberId())) {
                context.log.line("%s gets %s for what it has left in the pool".formatted(former.name(), due));
            }
        }
        new PayMembers(context).payAll("STAYED-" + context.tag);
    }

    /** Drafts the settlement again until all receipts are in it; a second user of the pricing desk approves it. */
    void settle(DemoProduct product, BigDecimal paid, String costs) {
        BigDecimal expected = settledBefore(product).add(paid);
        AtomicReference<JsonNode> draft = new AtomicReference<>();
        Map<String, Object> wanted = Map.of(
                "product",
                product.code,
                "period",
                context.period,
                "costs",
                List.of(Map.of(
                        "description",
                        "Freight and packing",
                        "evidence",
                        "SEASON-%s-%d".formatted(context.tag, context.settledPools.size() + 1),
                        "amount",
                        context.api.money().of(costs))));
        context.log.awaitUntil(
                "receipts of " + expected + " for " + product.code,
                () -> {
                    try {
                        JsonNode drafted = context.pricingDesk.post(Component.PRICING, "/settlements", wanted);
                        draft.set(drafted);
                        return Json.number(drafted.path("receipts")).compareTo(expected) >= 0;
                    } catch (ProblemResponseException refusal) {
                        if (refusal.status() != 409) {
                            throw refusal;
                        }
                        return false;
                    }
                },
                () -> "The last draft: " + draft.get());
        JsonNode settlement = Objects.requireNonNull(draft.get());
        String approval = "/settlements/" + settlement.path("settlementId").asText() + "/approval";
        context.secondPricingDesk.post(Component.PRICING, approval, Map.of());
        JsonNode settled = context.secondPricingDesk.get(
                Component.PRICING,
                "/settlements/" + settlement.path("settlementId").asText());
        context.settledPools.add(settled);
        context.log.line("%s: receipts %s - margin %s - costs %s + carry %s, over %s equivalents: %s each; carry %s"
                .formatted(
                        product.code,
                        Json.number(settled.path("receipts")),
                        Json.number(settled.path("margin")),
                        Json.number(settled.path("costs")),
                        Json.number(settled.path("carryIn")),
                        Json.number(settled.path("equivalents")),
                        Json.number(settled.path("poolPrice")),
                        Json.number(settled.path("carryOut"))));
    }

    /** The receipts of the product's pool at its last settlement; nothing where there is none. */
    private BigDecimal settledBefore(DemoProduct product) {
        for (JsonNode settled : context.pricingDesk
                .get(Component.PRICING, "/settlements?state=SETTLED&limit=200")
                .path("items")) {
            if (settled.path("product").asText().equals(product.code)
                    && settled.path("period").asText().equals(String.valueOf(context.period))) {
                return Json.number(settled.path("receipts"));
            }
        }
        return BigDecimal.ZERO;
    }

    private void statements() {
        for (DemoProducer producer : context.producers) {
            Map<String, BigDecimal> due = payables(producer.memberId());
            for (Map.Entry<String, BigDecimal> pool : due.entrySet()) {
                String path = "/statements/" + pool.getKey();
                JsonNode statement = producer.owner()
                        .get(Component.PRICING, path)
                        .path("items")
                        .path(0);
                int lines = statement.path("lines").size();
                context.log.line("%s checks its statement, %d %s, %s to be paid"
                        .formatted(
                                producer.name(),
                                lines,
                                lines == 1 ? "line" : "lines",
                                Json.number(statement.path("payable"))));
            }
        }
    }

    /** The member's payout by pool id, of the pools that were settled this season. */
    private Map<String, BigDecimal> payables(String memberId) {
        Map<String, BigDecimal> due = new LinkedHashMap<>();
        for (JsonNode settled : context.settledPools) {
            for (JsonNode payout : settled.path("payouts")) {
                if (payout.path("memberId").asText().equals(memberId)) {
                    due.put(settled.path("poolId").asText(), Json.number(payout.path("payable")));
                }
            }
        }
        return due;
    }

    private void payouts() {
        for (DemoProducer producer : context.producers) {
            BigDecimal due = payables(producer.memberId()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (due.signum() > 0) {
                awaitInBooks(producer.memberId(), due);
            }
        }
        new PayMembers(context).payAll("POOL-" + context.tag);
    }

    /** Waits until the books owe the producer at least that amount. */
    void awaitInBooks(String memberId, BigDecimal atLeast) {
        String equity = "/members/" + memberId + "/equity";
        context.log.awaitUntil(
                atLeast + " for member " + memberId + " in the books",
                () -> Json.number(context.treasurer
                                        .get(Component.MEMBERSHIP, equity)
                                        .path("payable"))
                                .compareTo(atLeast)
                        >= 0);
    }
}
