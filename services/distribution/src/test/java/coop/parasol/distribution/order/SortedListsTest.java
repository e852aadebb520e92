package coop.parasol.distribution.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.distribution.UseCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final int PAGE = 3;
    /** Other tests leave rows behind: pages are then larger, so that a list is walked in so many. */
    private static final int PAGES = 40;

    private static final int MAX_PAGES = 2_000;

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
        List<String> all = walk(path, null, id, LARGEST_PAGE);
        int rows = Math.clamp(all.size() / PAGES, PAGE, LARGEST_PAGE);

        List<String> ascending = walk(path, sort, id, rows);
        List<String> descending = walk(path, "-" + sort, id, rows);

        assertThat(ascending).doesNotHaveDuplicates();
        assertThat(descending).isEqualTo(ascending.reversed());
        assertThat(ascending).hasSameElementsAs(all);
    }

    @Test
    void partners_stand_by_what_their_credit_is() {
        List<Float> limits = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = page("/partners", "-creditLimit", after, LARGEST_PAGE);
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

    private static List<String> walk(String path, @Nullable String sort, String id, int rows) {
        List<String> ids = new ArrayList<>();
        String after = null;
        for (int i = 0; i < MAX_PAGES; i++) {
            JsonPath page = page(path, sort, after, rows);
            ids.addAll(page.getList("items." + id, String.class));
            after = page.getString("next");
            if (after == null) {
                return ids;
            }
        }
        throw new AssertionError(path + " does not end");
    }

    private static JsonPath page(String path, @Nullable String sort, @Nullable String after, int limit) {
        RequestSpecification call = given().queryParam("limit", limit);
        if (sort != null) {
            call.queryParam("sort", sort);
        }
        if (after != null) {
            call.queryParam("after", after);
        }
        return call.get(path).then().statusCode(200).extract().jsonPath();
    }
}
