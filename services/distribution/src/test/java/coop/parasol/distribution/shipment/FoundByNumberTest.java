package coop.parasol.distribution.shipment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.Identifier;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.PlaceOrder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a desk has in hand, an order number, an SSCC, a delivery note or a lot, finds what it belongs to, with names. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer"})
class FoundByNumberTest {

    @Inject
    UseCases useCases;

    @Inject
    DispatchOrder dispatchOrder;

    @Inject
    DeliverShipment deliverShipment;

    private final String number = "PO " + UUID.randomUUID();
    private UUID order;
    private Shipment shipment;

    @BeforeEach
    void an_order_is_on_its_way() {
        String product = useCases.product();
        useCases.batch(product, UUID.randomUUID(), 10, 9);
        order = ((PlaceOrder.Placed) useCases.place(useCases.partner("1000.00"), number, product, 5))
                .order()
                .orderId();
        useCases.awaitLookedAt(order);
        shipment = ((DispatchOrder.Dispatched) QuarkusTransaction.requiringNew()
                        .call(() -> dispatchOrder.dispatch(order, Identifier.of("DN " + order), UseCases.CAUSE)))
                .shipment();
    }

    @Test
    void an_order_is_found_by_the_partners_number_however_it_is_spelt() {
        given().queryParam("reference", number.toLowerCase(Locale.ROOT).replace(" ", ""))
                .get("/orders")
                .then()
                .statusCode(200)
                .body("items.orderId", equalTo(List.of(order.toString())))
                .body("items.partnerName", equalTo(List.of("Bazaar")));
        given().queryParam("reference", "PO " + UUID.randomUUID())
                .get("/orders")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void a_shipment_is_found_by_its_sscc_its_delivery_note_and_its_order() {
        for (String[] filter :
                new String[][] {{"sscc", shipment.sscc}, {"reference", "dn" + order}, {"orderId", order.toString()}}) {
            given().queryParam(filter[0], filter[1])
                    .get("/shipments")
                    .then()
                    .statusCode(200)
                    .body("items.shipmentId", equalTo(List.of(shipment.shipmentId.toString())))
                    .body("items.orderReference", equalTo(List.of(number)))
                    .body("items.partnerName", equalTo(List.of("Bazaar")));
        }
    }

    @Test
    void an_invoice_is_found_by_its_number_and_of_its_total_and_waits_until_it_is_paid() {
        long before = waiting("INVOICE_UNPAID");
        long underWay = waiting("SHIPMENT_UNDER_WAY");
        QuarkusTransaction.requiringNew().run(() -> deliverShipment.deliver(shipment.shipmentId, UseCases.CAUSE));

        JsonPath found = given().queryParam("state", "ISSUED")
                .queryParam("limit", 200)
                .get("/invoices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String invoice = found.getString("items.find { it.orderReference == '" + number + "' }.invoiceNumber");
        String total = found.getString("items.find { it.orderReference == '" + number + "' }.total.amount");
        given().queryParam("number", invoice).get("/invoices").then().body("items.size()", equalTo(1));
        assertThat(given().queryParam("total", total)
                        .queryParam("limit", 200)
                        .get("/invoices")
                        .jsonPath()
                        .getList("items.invoiceNumber", String.class))
                .contains(invoice);
        given().queryParam("total", "1.234")
                .get("/invoices")
                .then()
                .statusCode(422)
                .body("code", equalTo("malformed-amount"));
        assertThat(waiting("INVOICE_UNPAID")).isEqualTo(before + 1);
        assertThat(waiting("SHIPMENT_UNDER_WAY")).isEqualTo(underWay - 1);
    }

    private static long waiting(String kind) {
        return given().get("/waiting-work")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.kind == '" + kind + "' }.count");
    }
}
