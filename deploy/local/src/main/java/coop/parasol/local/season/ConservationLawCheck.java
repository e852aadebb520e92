package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the conservation laws of money, ownership and quantities with the services' own figures when the season is
 * over.
 */
final class ConservationLawCheck {

    private final SeasonContext context;
    private final FirmLaws firm;
    private final List<String> broken = new ArrayList<>();

    ConservationLawCheck(SeasonContext context) {
        this.context = context;
        this.firm = new FirmLaws(context.registrar, context.treasurer, context.logisticsDesk, this::check);
    }

    /**
     * Checks every law and prints the result of each.
     *
     * @return whether all hold
     */
    boolean allHold() {
        context.log.section("Closing check");
        firm.books();
        ownership();
        pools();
        statements();
        quantities();
        ordersAfterTheExit();
        System.out.println();
        System.out.println(broken.isEmpty() ? "All laws hold." : "BROKEN: " + String.join("; ", broken));
        return broken.isEmpty();
    }

    private void ownership() {
        BigDecimal value = firm.ownership();
        check(
                "every share is worth the same to its owner",
                context.producers.stream()
                        .allMatch(producer -> Json.number(producer.owner()
                                                .get(
                                                        Component.MEMBERSHIP,
                                                        "/members/" + producer.memberId() + "/equity")
                                                .path("equalShare"))
                                        .compareTo(value)
                                == 0));
        BigDecimal moved = context.shareValueAfterExit.subtract(context.shareValueBeforeExit);
        check(
                "the exit left the share value at " + context.shareValueBeforeExit + " up to the remainder",
                moved.abs().compareTo(BigDecimal.ONE.movePointLeft(Math.max(value.scale(), 0))) <= 0);
    }

    private void pools() {
        for (JsonNode pool : context.settledPools) {
            BigDecimal payouts = Json.number(pool.path("paidBefore")).subtract(Json.number(pool.path("charged")));
            for (JsonNode payout : pool.path("payouts")) {
                payouts = payouts.add(Json.number(payout.path("gross")));
            }
            BigDecimal in = Json.number(pool.path("receipts"))
                    .subtract(Json.number(pool.path("margin")))
                    .subtract(Json.number(pool.path("costs")))
                    .add(Json.number(pool.path("carryIn")));
            check(
                    pool.path("product").asText() + ": payouts " + payouts + " + carry "
                            + Json.number(pool.path("carryOut")) + " = receipts - margin - costs + carry before",
                    payouts.add(Json.number(pool.path("carryOut"))).compareTo(in) == 0);
        }
    }

    private void statements() {
        for (DemoProducer producer : context.producers) {
            List<String> faults = StatementCheck.faults(producer);
            check(
                    "the statements of " + producer.name()
                            + " follow from the figures of the pools, which the books hold"
                            + (faults.isEmpty() ? "" : ": " + faults),
                    faults.isEmpty());
        }
    }

    private void quantities() {
        firm.stock();
        for (String batch : context.batchIds) {
            JsonNode judged = context.qualityDesk.get(Component.QUALITY, "/batches/" + batch);
            if (judged.path("state").asText().equals("REJECTED")) {
                check(
                        "the rejected lot " + judged.path("lot").asText() + " is not in stock",
                        stockOf(judged).signum() == 0);
            } else {
                check(
                        "lot " + judged.path("lot").asText() + ": reported = certified = in stock or sold",
                        stockOf(judged).compareTo(Json.number(judged.path("quantity"))) == 0);
            }
        }
    }

    private BigDecimal stockOf(JsonNode batch) {
        String product = batch.path("product").asText();
        return context.logisticsDesk.getAllPages(Component.DISTRIBUTION, "/stock?product=" + product).stream()
                .filter(stock -> stock.path("batchId")
                        .asText()
                        .equals(batch.path("batchId").asText()))
                .map(stock -> Json.number(stock.path("certified")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Bazaar has ordered from stock, which included lamps of the former member. */
    private void ordersAfterTheExit() {
        JsonNode before = context.bazaar.get(
                Component.DISTRIBUTION,
                "/orders/" + context.orders.keySet().iterator().next());
        JsonNode after = context.bazaar.get(Component.DISTRIBUTION, "/orders/" + context.orderAfterExit);
        check("after the exit lamps cost what they cost before", price(after).compareTo(price(before)) == 0);
        check(
                "an order after the exit is served as before",
                after.path("state").asText().equals("PAID"));
    }

    private static BigDecimal price(JsonNode order) {
        for (JsonNode line : order.path("lines")) {
            if (line.path("product").asText().equals(DemoProduct.LAMP.code)) {
                return Json.number(line.path("unitPrice"));
            }
        }
        return BigDecimal.ZERO;
    }

    private void check(String law, boolean holds) {
        context.log.line((holds ? "holds   " : "BROKEN  ") + law);
        if (!holds) {
            broken.add(law);
        }
    }
}
