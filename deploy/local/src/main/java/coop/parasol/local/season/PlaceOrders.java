package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Step 3: the retail partners order, each for itself and at the prices in force. */
final class PlaceOrders {

    private static final List<String> UNFINISHED =
            List.of("ACCEPTED", "PARTLY_ALLOCATED", "PART_ALLOCATED", "ALLOCATED", "PARTLY_DISPATCHED");

    private final SeasonContext context;

    PlaceOrders(SeasonContext context) {
        this.context = context;
    }

    void run() {
        context.log.section("Orders");
        partners();
        cancelUnfinishedOrders(context.bazaar);
        cancelUnfinishedOrders(context.emporium);
        order(
                context.bazaar,
                "B1",
                line(DemoProduct.LAMP, DemoProduct.FIRST_GRADE, 60),
                line(DemoProduct.CLOTH, DemoProduct.FIRST_GRADE, 40),
                line(DemoProduct.CLOTH, DemoProduct.SECOND_GRADE, 20),
                line(DemoProduct.SOAP, DemoProduct.FIRST_GRADE, 200));
        order(
                context.emporium,
                "E1",
                line(DemoProduct.LAMP, DemoProduct.FIRST_GRADE, 30),
                line(DemoProduct.CLOTH, DemoProduct.FIRST_GRADE, 30),
                line(DemoProduct.SOAP, DemoProduct.FIRST_GRADE, 100));
        String foreign = context.orders.keySet().iterator().next();
        ProblemResponseException refusal = context.emporium.expectRefusal(
                () -> context.emporium.get(Component.DISTRIBUTION, "/orders/" + foreign));
        context.log.line("Emporium asks for Bazaar's order: " + PublishStandardsAndPrices.describe(refusal));
    }

    private void partners() {
        partner(SeasonContext.BAZAAR, "Bazaar Retail", "IN", "RETAIL");
        partner(SeasonContext.EMPORIUM, "Emporium Exports", "GB", "EXPORT");
    }

    private void partner(String id, String name, String country, String tier) {
        JsonNode partner = context.logisticsDesk.put(
                Component.DISTRIBUTION,
                "/partners/" + id,
                Map.of(
                        "name",
                        name,
                        "country",
                        country,
                        "tier",
                        tier,
                        "creditLimit",
                        context.api.money().of("1000000.00")));
        context.log.line(name + " is a partner in tier " + partner.path("tier").asText());
    }

    /** Cancels what an interrupted season has ordered and not received, because it would be allocated first. */
    private void cancelUnfinishedOrders(ApiUser partner) {
        for (JsonNode order : partner.getAllPages(Component.DISTRIBUTION, "/orders")) {
            if (UNFINISHED.contains(order.path("state").asText())) {
                try {
                    cancel(partner, order);
                } catch (ProblemResponseException nothingLeft) {
                    context.log.line("order " + order.path("orderId").asText() + ": " + nothingLeft.detail());
                }
            }
        }
    }

    private void cancel(ApiUser partner, JsonNode order) {
        partner.post(
                Component.DISTRIBUTION,
                "/orders/" + order.path("orderId").asText() + "/cancellation",
                Map.of("reason", "left over from an earlier season"));
        context.log.line(partner.name() + " cancels what is left of "
                + order.path("reference").asText());
    }

    JsonNode order(ApiUser partner, String reference, Line... lines) {
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (Line line : lines) {
            context.ordered.merge(line.product().code, line.quantity(), Long::sum);
            wanted.add(Map.of(
                    "product", line.product().code,
                    "grade", line.grade(),
                    "quantity", Json.quantity(line.quantity(), DemoProduct.UNIT)));
        }
        JsonNode order = partner.post(
                Component.DISTRIBUTION,
                "/orders",
                Map.of("reference", context.tag + "-" + reference, "period", context.plannedWeek, "lines", wanted));
        if (order.path("state").asText().equals("REFUSED")) {
            throw new OperatorException("The order was refused: " + order.path("refusal"));
        }
        context.orders.put(order.path("orderId").asText(), partner);
        context.log.line("%s orders %s, accepted for %s"
                .formatted(
                        partner.name(),
                        String.join(
                                ", ",
                                List.of(lines).stream().map(Line::toString).toList()),
                        Json.number(order.path("total"))));
        return order;
    }

    static Line line(DemoProduct product, String grade, long quantity) {
        return new Line(product, grade, quantity);
    }

    /** A line of an order, in pieces. */
    record Line(DemoProduct product, String grade, long quantity) {
        @Override
        public String toString() {
            return quantity + " " + product.code + " " + grade;
        }
    }
}
