package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The conservation laws, asked of the services when the season is over. */
final class ClosingCheck {

    private final World world;
    private final List<String> broken = new ArrayList<>();

    ClosingCheck(World world) {
        this.world = world;
    }

    /** @return whether every law holds */
    boolean holds() {
        world.story.chapter("Closing check");
        books();
        ownership();
        pools();
        quantities();
        ordersAfterTheExit();
        System.out.println();
        System.out.println(broken.isEmpty() ? "All laws hold." : "BROKEN: " + String.join("; ", broken));
        return broken.isEmpty();
    }

    private void books() {
        JsonNode check = world.treasurer.get(Part.MEMBERSHIP, "/ledger/check");
        law(
                "the books balance: every entry sums to zero",
                check.path("entriesSumToZero").asBoolean());
        law(
                "member capital + reserve + undivided remainder = net book value",
                check.path("netBookValueEquation").asBoolean());
    }

    private void ownership() {
        JsonNode share = world.treasurer.get(Part.MEMBERSHIP, "/share-value");
        BigDecimal value = Json.number(share.path("shareValue"));
        int members = share.path("members").asInt();
        long owners = world.registrar.all(Part.MEMBERSHIP, "/members").stream()
                .filter(member -> List.of("ACTIVE", "LEAVING")
                        .contains(member.path("state").asText()))
                .count();
        law(members + " members own 1/" + members + " each, " + value + " a share", owners == members);
        law(
                "every share is worth the same to its owner",
                world.firms.stream()
                        .allMatch(firm -> Json.number(firm.owner()
                                                .get(Part.MEMBERSHIP, "/members/" + firm.memberId() + "/equity")
                                                .path("equalShare"))
                                        .compareTo(value)
                                == 0));
        BigDecimal moved = value.subtract(world.shareValueBeforeExit);
        law(
                "the exit left the share value at " + world.shareValueBeforeExit + " up to the remainder",
                moved.abs().compareTo(new BigDecimal("0.01")) <= 0);
    }

    private void pools() {
        for (JsonNode pool : world.settled) {
            BigDecimal payouts = BigDecimal.ZERO;
            for (JsonNode payout : pool.path("payouts")) {
                payouts = payouts.add(Json.number(payout.path("gross")));
            }
            BigDecimal in = Json.number(pool.path("receipts"))
                    .subtract(Json.number(pool.path("margin")))
                    .subtract(Json.number(pool.path("costs")))
                    .add(Json.number(pool.path("carryIn")));
            law(
                    pool.path("product").asText() + ": payouts " + payouts + " + carry "
                            + Json.number(pool.path("carryOut")) + " = receipts - margin - costs + carry before",
                    payouts.add(Json.number(pool.path("carryOut"))).compareTo(in) == 0);
        }
    }

    private void quantities() {
        JsonNode stock = world.logistics.get(Part.DISTRIBUTION, "/stock/check");
        law(
                "certified = on hand + reserved + dispatched + delivered, for " + stock.path("batches") + " batches",
                stock.path("conserved").asBoolean());
        for (String batch : world.batches) {
            JsonNode judged = world.qualityDesk.get(Part.QUALITY, "/batches/" + batch);
            if (judged.path("state").asText().equals("REJECTED")) {
                law(
                        "the rejected lot " + judged.path("lot").asText() + " is not in stock",
                        stockOf(judged).signum() == 0);
            } else {
                law(
                        "lot " + judged.path("lot").asText() + ": reported = certified = in stock or sold",
                        stockOf(judged).compareTo(Json.number(judged.path("quantity"))) == 0);
            }
        }
    }

    private BigDecimal stockOf(JsonNode batch) {
        String product = batch.path("product").asText();
        return world.logistics.all(Part.DISTRIBUTION, "/stock?product=" + product).stream()
                .filter(stock -> stock.path("batchId")
                        .asText()
                        .equals(batch.path("batchId").asText()))
                .map(stock -> Json.number(stock.path("certified")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Bazaar orders again from what is in stock, the former member's lamps among it. */
    private void ordersAfterTheExit() {
        JsonNode before = world.bazaar.get(
                Part.DISTRIBUTION, "/orders/" + world.orders.keySet().iterator().next());
        JsonNode order =
                new Selling(world).order(world.bazaar, "B2", Selling.line(Product.LAMP, Product.FIRST_GRADE, 10));
        law("after the exit lamps cost what they cost before", price(order).compareTo(price(before)) == 0);
        new Delivering(world).serve(order.path("orderId").asText(), world.bazaar);
        JsonNode after = world.bazaar.get(
                Part.DISTRIBUTION, "/orders/" + order.path("orderId").asText());
        law(
                "an order after the exit is served as before",
                after.path("state").asText().equals("PAID"));
    }

    private static BigDecimal price(JsonNode order) {
        for (JsonNode line : order.path("lines")) {
            if (line.path("product").asText().equals(Product.LAMP.code)) {
                return Json.number(line.path("unitPrice"));
            }
        }
        return BigDecimal.ZERO;
    }

    private void law(String law, boolean holds) {
        world.story.tell((holds ? "holds   " : "BROKEN  ") + law);
        if (!holds) {
            broken.add(law);
        }
    }
}
