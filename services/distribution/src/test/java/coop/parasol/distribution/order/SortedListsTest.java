package coop.parasol.distribution.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.distribution.UseCases;
import coop.parasol.testing.ListWalk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in the order that the caller asks for, page after page, while many rows are alike. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer"})
class SortedListsTest {

    private static final int LARGEST_PAGE = 200;

    @Inject
    UseCases useCases;

    @BeforeEach
    void there_are_orders_of_several_partners() {
        String product = useCases.product();
        useCases.batch(product, UUID.randomUUID(), 10, 9);
        for (String credit : List.of("1000.00", "1000.00", "2000.00", "500.00")) {
            useCases.place(useCases.partner(credit), "PO " + UUID.randomUUID(), product, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/partners, name, partnerId",
        "/partners, creditLimit, partnerId",
        "/orders, placedAt, orderId",
        "/orders, period, orderId",
        "/stock, product, batchId",
        "/stock, lot, batchId",
        "/shipments, reference, shipmentId",
        "/invoices, total, invoiceId"
    })
    void page_after_page_each_row_comes_once_and_the_other_way_round_in_the_opposite_order(
            String path, String sort, String id) {
        ListWalk.assertSorted(path, sort, id);
    }

    @Test
    void partners_stand_by_what_their_credit_is() {
        List<Float> limits = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = ListWalk.page("/partners", "-creditLimit", after, LARGEST_PAGE);
            limits.addAll(page.getList("items.creditLimit.amount.collect { it.toFloat() }", Float.class));
            after = page.getString("next");
        } while (after != null);
        assertThat(limits).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }

    @Test
    void a_list_is_ordered_by_nothing_that_it_does_not_offer() {
        given().queryParam("sort", "bankReference")
                .get("/orders")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-sort"))
                .body("field", equalTo("sort"))
                .body("detail", containsString("placedAt"));
        given().queryParam("sort", "-period")
                .queryParam("after", UUID.randomUUID().toString())
                .get("/orders")
                .then()
                .statusCode(422)
                .body("code", equalTo("malformed-cursor"));
    }
}
