package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Price lists as a whole: prices of every kind, changed by a percentage, compared, and of 5,000 lines. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class WholePriceListIT extends PricingDesk {

    private static final String PARTNER = "0193b3a0-0000-7000-8000-0000000000aa";

    @Test
    void a_price_is_published_with_its_base_its_buyers_and_its_end() {
        publish(List.of(
                line("\"partnerGroup\": \"NORTHERN-CHAIN\"", 5000, "102.5", 1000, "2099-01-01T00:00:00Z"),
                line("\"partnerId\": \"" + PARTNER + "\"", 1, "0.0025", 1, null)));

        PricePublished group = events.await(
                PricePublished.class, price -> price.product().equals(product) && price.partnerGroup() != null);
        PricePublished agreed = events.await(
                PricePublished.class, price -> price.product().equals(product) && price.partnerId() != null);

        assertThat(group.unitPrice()).isEqualTo(UnitPrice.of("102.5", "INR", 1000));
        assertThat(group.tier()).isNull();
        assertThat(group.validUntil()).hasToString("2099-01-01T00:00:00Z");
        assertThat(agreed.partnerId()).hasToString(PARTNER);
        assertThat(agreed.unitPrice().text()).isEqualTo("0.0025");
        assertThat(inForce().getList("items.unitPrice.amount")).containsExactly("102.50", "0.0025");
        assertThat(inForce().getList("items.unitPrice.per")).containsExactly(1000, 1);
    }

    @Test
    void the_prices_of_a_tier_are_changed_by_a_percentage_to_a_grid_as_a_draft_and_compared() {
        publish(List.of(
                line(retail(), 1, "102.50", 1, null),
                line(retail(), 1, "99.00", 1, "2099-01-01T00:00:00Z"),
                line(retail(), 100, "98.00", 1, null),
                line("\"partnerId\": \"" + PARTNER + "\"", 1, "90.00", 1, null)));

        Response changed = change("3.5", "0.05");

        assertThat(changed.statusCode()).isEqualTo(201);
        JsonPath draft = changed.jsonPath();
        assertThat(draft.getString("state")).isEqualTo("DRAFT");
        assertThat(draft.getList("prices.unitPrice.amount")).containsExactly("106.10", "102.45", "101.45");
        JsonPath comparison = given().get("/price-lists/" + draft.getString("priceListId") + "/comparison")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(comparison.getList("prices.kind")).containsOnly("DEARER");
        assertThat(comparison.getString("prices[2].before.amount")).isEqualTo("98.00");
        assertThat(comparison.getString("prices[2].after.amount")).isEqualTo("101.45");
        assertThat(comparison.getFloat("prices[2].percent")).isEqualTo(3.52f);

        approvePriceList(draft.getString("priceListId"));

        assertThat(inForce().getList("items.unitPrice.amount"))
                .containsExactlyInAnyOrder("90.00", "106.10", "102.45", "101.45");
        given().get("/price-lists/" + draft.getString("priceListId") + "/comparison")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-a-draft"));
    }

    @Test
    void a_change_of_nothing_and_one_that_leaves_nothing_of_a_price_are_refused() {
        assertThat(change("3.5", "0.05").jsonPath().getString("code")).isEqualTo("no-price");

        publish(List.of(line(retail(), 1, "0.02", 1, null)));

        Response toNothing = change("3.5", "0.05");
        assertThat(toNothing.statusCode()).isEqualTo(422);
        assertThat(toNothing.jsonPath().getString("code")).isEqualTo("not-positive");
    }

    @Test
    void a_list_of_5000_lines_is_stored_whole_or_not_at_all_and_every_wrong_line_is_named() {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < 5000; line++) {
            lines.add(line(retail(), line + 1L, Integer.toString(10_000 - line), 1, null));
        }
        List<String> wrong = new ArrayList<>(lines);
        for (int line = 0; line < 5000; line += 2) {
            wrong.set(line, line(retail(), line + 1L, "0.00", 1, null));
        }

        Response refused = draft(wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.field"))
                .hasSize(2500)
                .startsWith("prices[0].unitPrice.amount")
                .endsWith("prices[4998].unitPrice.amount");
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select count(*) from price where product = :product")
                                .bind("product", product)
                                .mapTo(Integer.class)
                                .one()))
                .as("the prices of the fixture's own drafts")
                .isEqualTo(2);

        publish(lines);
        assertThat(change("3.5", "0.05").jsonPath().getList("prices")).hasSize(5000);
    }

    @Test
    void lines_that_cannot_be_read_and_lines_that_the_rules_refuse_are_named_in_one_answer() {
        Response refused = draft(List.of(
                line(retail(), 1, "10.00", 1, null),
                line(retail(), 5, "9.00", 1, "soon").replace("\"9.00\"", "\"nine\""),
                line("\"tier\": \"retail\"", 10, "8.00", 1, null),
                line(retail(), 100, "11.00", 1, null),
                line("\"tier\": \"RETIAL\"", 1, "7.00", 1, null),
                "null"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field"))
                .containsExactly(
                        "prices[1].unitPrice",
                        "prices[1].validUntil",
                        "prices[2].tier",
                        "prices[5]",
                        "prices[4].tier",
                        "prices[3].unitPrice.amount");
        assertThat(refused.jsonPath().getList("errors.code"))
                .endsWith("malformed-field", "unknown-tier", "larger-quantity-dearer");
    }

    @Test
    @TestSecurity(user = "buyer", roles = "partner")
    void a_partner_reads_no_price_here() {
        assertThat(given().get("/prices").statusCode()).isEqualTo(403);
        assertThat(given().get("/price-lists").statusCode()).isEqualTo(403);
    }

    @BeforeEach
    @Override
    protected void standard_is_published() {
        if (given().get("/price-lists?limit=1").statusCode() != 403) {
            super.standard_is_published();
            events.publish(new PartnerRegistered(
                    UUID.fromString(PARTNER), "Bazaar", "IN", "RETAIL", "NORTHERN-CHAIN", Money.of("1000.00", "INR")));
            Awaitility.await()
                    .atMost(Events.PATIENCE)
                    .until(() -> draft(List.of(line("\"partnerId\": \"" + PARTNER + "\"", 1, "1.00", 1, null)))
                                    .statusCode()
                            == 201);
        }
    }

    private static String retail() {
        return "\"tier\": \"RETAIL\"";
    }

    private String line(String buyers, long minimum, String amount, int per, @Nullable String until) {
        return """
                {"product": "%s", "grade": "A", %s, "minimumQuantity": {"value": "%d", "unit": "C62"},
                 "unitPrice": {"amount": "%s", "currency": "INR", "per": %d}%s}
                """.formatted(
                product, buyers, minimum, amount, per, until == null ? "" : ", \"validUntil\": \"" + until + "\"");
    }

    private Response change(String percent, String grid) {
        return given().contentType("application/json")
                .body("{\"percent\": %s, \"grid\": %s, \"product\": \"%s\"}".formatted(percent, grid, product))
                .post("/price-lists/changes");
    }

    private static Response draft(List<String> lines) {
        return given().contentType("application/json")
                .body("{\"prices\": [" + String.join(", ", lines) + "]}")
                .post("/price-lists");
    }

    private void publish(List<String> lines) {
        Response drafted = draft(lines);
        assertThat(drafted.statusCode()).as(drafted.asString()).isEqualTo(201);
        approvePriceList(drafted.jsonPath().getString("priceListId"));
    }

    private JsonPath inForce() {
        return given().get("/prices?product=" + product).jsonPath();
    }
}
