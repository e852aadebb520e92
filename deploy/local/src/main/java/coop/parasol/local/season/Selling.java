package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Person;
import coop.parasol.local.client.Refusal;
import coop.parasol.local.servers.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Retail partners order; each for itself and at the price of the moment. */
final class Selling {

    private static final List<String> UNFINISHED =
            List.of("ACCEPTED", "PARTLY_ALLOCATED", "PART_ALLOCATED", "ALLOCATED", "PARTLY_DISPATCHED");

    private final World world;

    Selling(World world) {
        this.world = world;
    }

    void tell() {
        world.story.chapter("Orders");
        partners();
        leftovers(world.bazaar);
        leftovers(world.emporium);
        order(
                world.bazaar,
                "B1",
                line(Product.LAMP, Product.FIRST_GRADE, 60),
                line(Product.CLOTH, Product.FIRST_GRADE, 40),
                line(Product.CLOTH, Product.SECOND_GRADE, 20),
                line(Product.SOAP, Product.FIRST_GRADE, 200));
        order(
                world.emporium,
                "E1",
                line(Product.LAMP, Product.FIRST_GRADE, 30),
                line(Product.CLOTH, Product.FIRST_GRADE, 30),
                line(Product.SOAP, Product.FIRST_GRADE, 100));
        String foreign = world.orders.keySet().iterator().next();
        Refusal refusal = world.emporium.refused(() -> world.emporium.get(Part.DISTRIBUTION, "/orders/" + foreign));
        world.story.tell("Emporium asks for Bazaar's order: " + Offering.said(refusal));
    }

    private void partners() {
        partner(World.BAZAAR, "Bazaar Retail", "IN", "RETAIL");
        partner(World.EMPORIUM, "Emporium Exports", "GB", "EXPORT");
    }

    private void partner(String id, String name, String country, String tier) {
        JsonNode partner = world.logistics.put(
                Part.DISTRIBUTION,
                "/partners/" + id,
                Map.of("name", name, "country", country, "tier", tier, "creditLimit", Json.money("1000000.00")));
        world.story.tell(name + " is a partner in tier " + partner.path("tier").asText());
    }

    /** What an interrupted season has ordered and not got would be served first. */
    private void leftovers(Person partner) {
        for (JsonNode order : partner.all(Part.DISTRIBUTION, "/orders")) {
            if (UNFINISHED.contains(order.path("state").asText())) {
                try {
                    cancel(partner, order);
                } catch (Refusal nothingLeft) {
                    world.story.tell("order " + order.path("orderId").asText() + ": " + nothingLeft.detail());
                }
            }
        }
    }

    private void cancel(Person partner, JsonNode order) {
        partner.post(
                Part.DISTRIBUTION,
                "/orders/" + order.path("orderId").asText() + "/cancellation",
                Map.of("reason", "left over from an earlier season"));
        world.story.tell(partner.name() + " cancels what is left of "
                + order.path("reference").asText());
    }

    JsonNode order(Person partner, String reference, Line... lines) {
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (Line line : lines) {
            world.ordered.merge(line.product().code, line.quantity(), Long::sum);
            wanted.add(Map.of(
                    "product", line.product().code,
                    "grade", line.grade(),
                    "quantity", Json.quantity(line.quantity(), Product.UNIT)));
        }
        JsonNode order = partner.post(
                Part.DISTRIBUTION,
                "/orders",
                Map.of("reference", world.tag + "-" + reference, "period", world.period, "lines", wanted));
        if (order.path("state").asText().equals("REFUSED")) {
            throw new coop.parasol.local.servers.Trouble("The order was refused: " + order.path("refusal"));
        }
        world.orders.put(order.path("orderId").asText(), partner);
        world.story.tell("%s orders %s, accepted for %s"
                .formatted(
                        partner.name(),
                        String.join(
                                ", ",
                                List.of(lines).stream().map(Line::toString).toList()),
                        Json.number(order.path("total"))));
        return order;
    }

    static Line line(Product product, String grade, long quantity) {
        return new Line(product, grade, quantity);
    }

    /** A line of an order, in pieces. */
    record Line(Product product, String grade, long quantity) {
        @Override
        public String toString() {
            return quantity + " " + product.code + " " + grade;
        }
    }
}
