package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.Person;
import coop.parasol.local.servers.Part;
import java.util.Map;

/** What is certified is allocated by itself; the firm's desk sends it, the partner pays. */
final class Delivering {

    private final World world;

    Delivering(World world) {
        this.world = world;
    }

    void tell() {
        world.story.chapter("Delivery and payment");
        world.orders.forEach(this::serve);
    }

    void serve(String order, Person partner) {
        String path = "/orders/" + order;
        world.story.until(
                "goods for every line of order " + order,
                () -> full(partner.get(Part.DISTRIBUTION, path)),
                () -> partner.get(Part.DISTRIBUTION, path).toString());
        JsonNode shipment = world.logistics.post(Part.DISTRIBUTION, path + "/dispatches", Map.of());
        String id = shipment.path("shipmentId").asText();
        JsonNode delivered = world.logistics.post(Part.DISTRIBUTION, "/shipments/" + id + "/delivery", Map.of());
        String invoice = delivered.path("invoiceId").asText();
        JsonNode issued = partner.get(Part.DISTRIBUTION, "/invoices/" + invoice);
        JsonNode paid = world.treasurer.post(
                Part.DISTRIBUTION,
                "/invoices/" + invoice + "/payment",
                Map.of(
                        "amount",
                        Json.money(Json.number(issued.path("total"))),
                        "bankReference",
                        "PAY-" + world.tag + "-" + world.paidInvoices.size()));
        world.paidInvoices.add(paid);
        world.story.tell("%s: SSCC %s dispatched and delivered, invoice %s over %s %s"
                .formatted(
                        partner.name(),
                        shipment.path("sscc").asText(),
                        paid.path("invoiceNumber").asText(),
                        Json.number(paid.path("total")),
                        paid.path("state").asText().toLowerCase(java.util.Locale.ROOT)));
    }

    private static boolean full(JsonNode order) {
        for (JsonNode line : order.path("lines")) {
            if (Json.number(line.path("allocated")).compareTo(Json.number(line.path("quantity"))) != 0) {
                return false;
            }
        }
        return true;
    }
}
