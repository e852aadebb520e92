package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A draft of prices beside the settled pools of last season, by figures that were computed by hand. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class ComparePoolPricesIT extends PricingDesk {

    private final Period week = Period.of(LocalDate.now(ZoneOffset.UTC).minusWeeks(10));

    private final UUID retailer = UUID.randomUUID();
    private final UUID ofChain = UUID.randomUUID();

    @Test
    void a_draft_is_compared_with_what_settled_pools_have_paid_by_partner_break_and_grade() {
        partner(retailer, null);
        partner(ofChain, "NORTHERN");
        // 100 at 10.00 of an order of 100; 50 at 8.00 of an order of 300; and 50 whose order nobody has told
        buy(retailer, 100, "1000.00", 100L);
        buy(ofChain, 50, "400.00", 300L);
        buy(retailer, 50, "600.00", null);
        settle();
        String list = draft("RETAIL", "11.00");

        JsonPath pool = Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> comparison(list), found -> "150".equals(found.getString("pools[0].repriced.value")));

        // 2,000.00 - 12 % = 1,760.00 / 200 = 8.80; 1,100.00 + 550.00 + 600.00 = 2,250.00 - 12 % = 1,980.00 / 200 = 9.90
        assertThat(pool.getList("pools.product")).containsExactly(product);
        assertThat(pool.getString("pools[0].period")).isEqualTo(week.toString());
        assertThat(pool.getString("pools[0].receiptsBefore.amount")).isEqualTo("2000.00");
        assertThat(pool.getString("pools[0].receiptsAfter.amount")).isEqualTo("2250.00");
        assertThat(pool.getString("pools[0].quantity.value")).isEqualTo("200");
        assertThat(pool.getDouble("pools[0].grades[0].before.amount")).isEqualTo(8.8);
        assertThat(pool.getDouble("pools[0].grades[0].after.amount")).isEqualTo(9.9);
        assertThat(pool.getDouble("pools[0].grades[0].percent")).isEqualTo(12.5);
        assertThat(comparison(draft("EXPORT", "20.00")).getString("pools[0].receiptsAfter.amount"))
                .as("nobody pays this tier's prices")
                .isEqualTo("2000.00");
    }

    private void partner(UUID partner, @Nullable String group) {
        events.publish(new PartnerRegistered(partner, "Bazaar", "IN", "RETAIL", group, Money.of("100000.00", "INR")));
    }

    private void buy(UUID partner, long quantity, String amount, @Nullable Long ordered) {
        UUID invoice = UUID.randomUUID();
        Money total = Money.of(amount, "INR");
        events.publish(new InvoiceIssued(
                invoice,
                "INV-1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                partner,
                total,
                List.of(new AcceptedGoods(
                        product,
                        "A",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Quantity.of(quantity, "C62"),
                        total,
                        ordered == null ? null : Quantity.of(ordered, "C62"))),
                week));
        events.publish(new PaymentReceived(invoice, partner, total, List.of(), week, "UTR-1", Instant.now()));
    }

    private void settle() {
        String settlement = Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(
                        this::draftSettlement,
                        draft -> "2000.00".equals(draft.jsonPath().getString("receipts.amount")))
                .jsonPath()
                .getString("settlementId");
        draftedByAnotherPerson("settlement", settlement);
        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(200);
    }

    private Response draftSettlement() {
        return given().contentType("application/json")
                .body("{\"product\": \"%s\", \"period\": \"%s\"}".formatted(product, week))
                .post("/settlements");
    }

    private String draft(String tier, String amount) {
        return given().contentType("application/json")
                .body(prices(product, "A", amount)
                        .replace("RETAIL", tier)
                        .replace("{\"prices\"", "{\"newTiers\": [\"EXPORT\"], \"prices\""))
                .post("/price-lists")
                .then()
                .statusCode(201)
                .extract()
                .path("priceListId");
    }

    private static JsonPath comparison(String list) {
        return given().get("/price-lists/" + list + "/comparison")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
