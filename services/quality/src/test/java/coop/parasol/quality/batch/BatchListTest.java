package coop.parasol.quality.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.quality.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How batches are found. */
@QuarkusTest
@TestSecurity(user = "dewi", roles = "quality-desk")
class BatchListTest {

    private static final String OWN = "0198c000-0000-7000-8000-00000000c601";

    private final String product = "JUG-" + UUID.randomUUID();
    private final UUID asha = UUID.randomUUID();
    private final UUID bela = UUID.randomUUID();

    @Test
    void the_desk_finds_batches_by_product_lot_producer_and_state_and_by_all_of_them() {
        UUID first = TestDatabase.sampled(asha, product);
        UUID second = TestDatabase.sampled(asha, product);
        UUID held = TestDatabase.sampled(bela, product);
        UUID other = TestDatabase.sampled(bela, product + "-2");
        TestDatabase.sql("update batch set state = 'HELD' where id = :p1", held);

        assertThat(found("product=" + product)).containsExactlyInAnyOrder(first, second, held);
        assertThat(found("producer=" + bela)).containsExactlyInAnyOrder(held, other);
        assertThat(found("lot=L-" + second)).containsExactly(second);
        assertThat(found("product=" + product + "&state=HELD")).containsExactly(held);
        assertThat(found("producer=" + asha + "&product=" + product + "&state=SAMPLED&lot=L-" + first))
                .containsExactly(first);
        assertThat(found("producer=" + asha + "&product=" + product + "-2")).isEmpty();
        assertThat(found("product=" + product + "&state=EXPIRED")).isEmpty();
    }

    @Test
    void a_batch_is_found_by_the_lot_that_stands_on_the_goods_in_any_case() {
        UUID named = TestDatabase.sampled(asha, product);
        TestDatabase.sampled(asha, product);
        String brandLot = given().get("/batches/" + named).jsonPath().getString("brandLot");

        assertThat(found("lot=" + brandLot)).containsExactly(named);
        assertThat(found("lot=" + brandLot.toLowerCase(Locale.ROOT))).containsExactly(named);
        assertThat(found("product=" + product + "-2&lot=" + brandLot)).isEmpty();
    }

    @Test
    void what_is_found_comes_page_by_page_and_never_all_at_once() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(TestDatabase.sampled(asha, product));
        }
        List<UUID> pages = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = given().get(
                            "/batches?limit=2&product=" + product + (next.isEmpty() ? "" : "&after=" + next))
                    .jsonPath();
            assertThat(page.getList("items").size()).isLessThanOrEqualTo(2);
            page.getList("items.batchId", String.class).forEach(id -> pages.add(UUID.fromString(id)));
            next = page.getString("next") == null ? "" : page.getString("next");
        } while (!next.isEmpty());

        assertThat(pages).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void an_impossible_filter_is_refused() {
        given().get("/batches?producer=somebody").then().statusCode(400).body("field", equalTo("producer"));
        given().get("/batches?lot=" + "x".repeat(201)).then().statusCode(422).body("field", equalTo("lot"));
        given().get("/batches?product=" + "x".repeat(101))
                .then()
                .statusCode(422)
                .body("field", equalTo("product"));
        given().get("/batches?limit=100000").then().statusCode(422);
        assertThat(found("lot=' or 1=1 --")).isEmpty();
    }

    @Test
    @TestSecurity(user = "fatima", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = OWN))
    void a_producer_finds_its_own_batches_and_may_ask_for_no_others() {
        UUID own = TestDatabase.sampled(UUID.fromString(OWN), product);
        TestDatabase.sampled(asha, product);

        assertThat(found("product=" + product)).containsExactly(own);
        assertThat(found("product=" + product + "&producer=" + OWN)).containsExactly(own);
        given().get("/batches?producer=" + asha).then().statusCode(403).body("code", equalTo("not-yours"));
    }

    @Test
    void each_filter_has_an_index() {
        TestDatabase.sampled(asha, product);
        for (String[] filter : new String[][] {
            {"product = 'x'", "batch_of_product"},
            {"lot_key = 'x'", "batch_of_lot"},
            {"member_id = '" + asha + "'", "batch_by_member"},
            {"state = 'SCRAPPED'", "batch_by_state"}
        }) {
            assertThat(TestDatabase.plan("select * from batch where id > '" + new UUID(0, 0) + "' and " + filter[0]
                            + " order by id limit 51"))
                    .contains(filter[1])
                    .doesNotContain("Sort");
        }
    }

    private static List<@Nullable UUID> found(String filter) {
        return given()
                .get("/batches?limit=200&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.batchId", String.class)
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
