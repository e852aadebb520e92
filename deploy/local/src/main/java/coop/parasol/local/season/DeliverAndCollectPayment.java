package coop.parasol.local.season;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import java.util.Locale;
import java.util.Map;

/**
 * Step 5: the logistics desk dispatches the orders when they are fully allocated, and the partners pay their invoices.
 */
final class DeliverAndCollectPayment {

    private final SeasonContext context;

    DeliverAndCollectPayment(SeasonContext context) {
        this.context = context;
    }

    void run() {
        context.log.section("Delivery and payment");
        context.orders.forEach(this::deliverAndCollectPayment);
        complainOfLastLot();
    }

    private void complainOfLastLot() {
        JsonNode batch = context.qualityDesk.get(Component.QUALITY, "/batches/" + context.batchIds.getLast());
        JsonNode complaint = context.bazaar.post(
                Component.QUALITY,
                "/complaints",
                Map.of(
                        "certificateNumber",
                        batch.path("certificateNumber").asText(),
                        "defectClass",
                        "MINOR",
                        "quantity",
                        Json.quantity(2, DemoProduct.UNIT),
                        "description",
                        "Two pieces came with a torn wrapper."));
        JsonNode decided = context.qualityDesk.post(
                Component.QUALITY,
                "/complaints/" + complaint.path("complaintId").asText() + "/decision",
                Map.of("upheld", false, "answer", "The wrapper was torn under way; the goods meet their standard."));
        context.log.line("%s complains of 2 pieces of lot %s by the number of its certificate: %s by the quality desk"
                .formatted(
                        context.bazaar.name(),
                        batch.path("lot").asText(),
                        decided.path("state").asText().toLowerCase(Locale.ROOT)));
    }

    void deliverAndCollectPayment(String order, ApiUser partner) {
        String path = "/orders/" + order;
        context.log.awaitUntil(
                "goods for every line of order " + order,
                () -> isFullyAllocated(partner.get(Component.DISTRIBUTION, path)),
                () -> partner.get(Component.DISTRIBUTION, path).toString());
        JsonNode shipment = context.logisticsDesk.post(
                Component.DISTRIBUTION,
                path + "/dispatches",
                Map.of("reference", "DN-" + context.tag + "-" + context.paidInvoices.size()));
        String id = shipment.path("shipmentId").asText();
        JsonNode delivered =
                context.logisticsDesk.post(Component.DISTRIBUTION, "/shipments/" + id + "/delivery", Map.of());
        String invoice = delivered.path("invoiceId").asText();
        JsonNode issued = partner.get(Component.DISTRIBUTION, "/invoices/" + invoice);
        JsonNode paid = context.treasurer.post(
                Component.DISTRIBUTION,
                "/invoices/" + invoice + "/payment",
                Map.of(
                        "amount",
                        context.api.money().of(Json.number(issued.path("total"))),
                        "bankReference",
                        "PAY-" + context.tag + "-" + context.paidInvoices.size()));
        context.paidInvoices.add(paid);
        context.log.line("%s: SSCC %s dispatched and delivered, invoice %s over %s %s"
                .formatted(
                        partner.name(),
                        shipment.path("sscc").asText(),
                        paid.path("invoiceNumber").asText(),
                        Json.number(paid.path("total")),
                        paid.path("state").asText().toLowerCase(Locale.ROOT)));
    }

    private static boolean isFullyAllocated(JsonNode order) {
        for (JsonNode line : order.path("lines")) {
            if (Json.number(line.path("allocated")).compareTo(Json.number(line.path("quantity"))) != 0) {
                return false;
            }
        }
        return true;
    }
}
