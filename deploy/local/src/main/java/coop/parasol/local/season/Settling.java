package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** What was paid for the members' goods goes to the members: one price for one grade, whoever bought it. */
final class Settling {

    private final World world;

    Settling(World world) {
        this.world = world;
    }

    void tell() {
        world.story.chapter("Settlement");
        for (Product product : Product.values()) {
            settle(product, receipts(product), product.costs);
        }
        statements();
        payouts();
    }

    /** What partners have paid this season for members' goods of the product. */
    private BigDecimal receipts(Product product) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode invoice : world.paidInvoices) {
            for (JsonNode line : invoice.path("lines")) {
                if (line.path("product").asText().equals(product.code) && line.hasNonNull("memberId")) {
                    sum = sum.add(Json.number(line.path("amount")));
                }
            }
        }
        return sum;
    }

    /** The desk drafts, looks whether all payments are in, and a second person approves. */
    void settle(Product product, BigDecimal expected, String costs) {
        AtomicReference<JsonNode> draft = new AtomicReference<>();
        Map<String, Object> wanted =
                Map.of("product", product.code, "period", world.period, "costs", Json.money(costs));
        world.story.until(
                "receipts of " + expected + " for " + product.code,
                () -> {
                    try {
                        JsonNode drafted = world.priya.post(Part.PRICING, "/settlements", wanted);
                        draft.set(drafted);
                        return Json.number(drafted.path("receipts")).compareTo(expected) >= 0;
                    } catch (Refusal refusal) {
                        if (refusal.status() != 409) {
                            throw refusal;
                        }
                        return false;
                    }
                },
                () -> "The last draft: " + draft.get());
        JsonNode settlement = Objects.requireNonNull(draft.get());
        String approval = "/settlements/" + settlement.path("settlementId").asText() + "/approval";
        world.pavan.post(Part.PRICING, approval, Map.of());
        JsonNode settled = world.pavan.get(
                Part.PRICING, "/settlements/" + settlement.path("settlementId").asText());
        world.settled.add(settled);
        world.story.tell("%s: receipts %s - margin %s - costs %s + carry %s, over %s equivalents: %s each; carry %s"
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

    private void statements() {
        for (Firm firm : world.firms) {
            Map<String, BigDecimal> due = payables(firm.memberId());
            for (Map.Entry<String, BigDecimal> pool : due.entrySet()) {
                String path = "/statements/" + pool.getKey();
                JsonNode statement = firm.owner().get(Part.PRICING, path).path(0);
                world.story.tell("%s checks its statement, %d lines, %s to be paid"
                        .formatted(
                                firm.name(), statement.path("lines").size(), Json.number(statement.path("payable"))));
            }
        }
    }

    /** Pool -> what the member gets from it, of the pools settled in this season. */
    private Map<String, BigDecimal> payables(String memberId) {
        Map<String, BigDecimal> due = new LinkedHashMap<>();
        for (JsonNode settled : world.settled) {
            for (JsonNode payout : settled.path("payouts")) {
                if (payout.path("memberId").asText().equals(memberId)) {
                    due.put(settled.path("settlementId").asText(), Json.number(payout.path("payable")));
                }
            }
        }
        return due;
    }

    private void payouts() {
        for (Firm firm : world.firms) {
            BigDecimal due = payables(firm.memberId()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (due.signum() > 0) {
                awaitInBooks(firm, due);
            }
        }
        new Paying(world).payAll("POOL-" + world.tag);
    }

    /** Waits until the statement is in the books. */
    void awaitInBooks(Firm firm, BigDecimal atLeast) {
        String equity = "/members/" + firm.memberId() + "/equity";
        world.story.until(
                atLeast + " for " + firm.name() + " in the books",
                () -> Json.number(world.treasurer.get(Part.MEMBERSHIP, equity).path("payable"))
                                .compareTo(atLeast)
                        >= 0);
    }
}
