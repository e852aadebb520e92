package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.UnitPrice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Price lists from the draft by one person to the published prices, over REST and on Kafka. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class PriceListIT extends PricingDesk {

    @Test
    void a_price_is_published_by_a_second_person_only_and_never_changes() {
        String list = draftPrice("A", "12.50").jsonPath().getString("priceListId");

        Response alone = given().contentType("application/json").post("/price-lists/" + list + "/approval");

        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(alone.jsonPath().getString("code")).isEqualTo("same-person");

        draftedByAnotherPerson("price_list", list);
        given().contentType("application/json")
                .post("/price-lists/" + list + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        PricePublished published =
                events.await(PricePublished.class, price -> price.product().equals(product));

        assertThat(published.unitPrice()).isEqualTo(UnitPrice.of("12.50", "INR", 1));
        assertThat(given().get("/prices?product=" + product).jsonPath().getList("items"))
                .hasSize(1);
        assertThrows(
                RuntimeException.class,
                () -> execute("update price set unit_price = 1 where product = '" + product + "' and published"));
        assertThrows(
                RuntimeException.class,
                () -> execute("delete from price where product = '" + product + "' and published"));
    }

    @Test
    void a_later_price_supersedes_an_earlier_one() {
        publish("A", "10.00");
        publish("A", "11.00");
        JsonPath prices = given().get("/prices?product=" + product).jsonPath();

        assertThat(prices.getList("items.unitPrice.amount")).containsExactly("11.00");
    }

    @Test
    void of_two_prices_valid_from_the_same_moment_the_one_published_later_has_the_later_id() {
        String from = Instant.now().plusSeconds(86_400).toString();
        String first = draftPrice("A", "12.00", from).jsonPath().getString("priceListId");
        String second = draftPrice("A", "11.00", from).jsonPath().getString("priceListId");

        approvePriceList(second);
        approvePriceList(first);

        assertThat(priceId("12.00")).isGreaterThan(priceId("11.00"));
    }

    @Test
    void a_list_with_two_prices_valid_from_its_publication_is_refused() {
        String price = prices(product, "A", "10.00").strip();
        String one = price.substring(price.indexOf('[') + 1, price.lastIndexOf(']'));
        String past =
                one.replace("\"minimumQuantity\"", "\"validFrom\": \"2020-01-01T00:00:00Z\", \"minimumQuantity\"");

        given().contentType("application/json")
                .body("{\"prices\": [" + one + ", " + past + "]}")
                .post("/price-lists")
                .then()
                .statusCode(422)
                .body("code", equalTo("twice"));
    }

    @Test
    void a_product_or_grade_without_a_standard_has_no_price() {
        Response unknown = given().contentType("application/json")
                .body(prices("NO-SUCH-THING", "A", "10.00"))
                .post("/price-lists");
        Response grade = draftPrice("Z", "10.00");

        assertThat(unknown.jsonPath().getString("code")).isEqualTo("unknown-product");
        assertThat(unknown.jsonPath().getString("field")).isEqualTo("prices[0].product");
        assertThat(grade.jsonPath().getString("code")).isEqualTo("unknown-grade");
        assertThat(draftPrice("A", "0.00").jsonPath().getString("code")).isEqualTo("not-positive");
    }

    @Test
    void a_list_is_checked_with_the_prices_that_others_have_published_when_it_is_drafted_and_when_it_is_published() {
        publish("A", "10.00");
        String waiting = draftFrom(100, "9.00").jsonPath().getString("priceListId");
        publish("A", "8.00");

        draftedByAnotherPerson("price_list", waiting);
        given().contentType("application/json")
                .post("/price-lists/" + waiting + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("larger-quantity-dearer"));
        draftFrom(100, "9.00").then().statusCode(422).body("code", equalTo("larger-quantity-dearer"));
        approvePriceList(draftFrom(100, "7.00").jsonPath().getString("priceListId"));
        draftPrice("A", "6.00")
                .then()
                .statusCode(422)
                .body("code", equalTo("larger-quantity-dearer"))
                .body("field", equalTo("prices[0].unitPrice.amount"));
    }

    private Response draftFrom(int minimum, String amount) {
        return given().contentType("application/json")
                .body(prices(product, "A", amount).replace("\"value\": \"1\"", "\"value\": \"" + minimum + "\""))
                .post("/price-lists");
    }

    private String priceId(String amount) {
        return events.await(
                        PricePublished.class,
                        price -> price.product().equals(product)
                                && price.unitPrice().text().equals(amount))
                .priceId()
                .toString();
    }

    private Response draftPrice(String grade, String amount, String from) {
        return given().contentType("application/json")
                .body(prices(product, grade, amount)
                        .replace("\"minimumQuantity\"", "\"validFrom\": \"" + from + "\", \"minimumQuantity\""))
                .post("/price-lists");
    }

    private void publish(String grade, String amount) {
        approvePriceList(draftPrice(grade, amount).jsonPath().getString("priceListId"));
    }
}
