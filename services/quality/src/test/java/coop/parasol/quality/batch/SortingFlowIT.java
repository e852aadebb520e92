package coop.parasol.quality.batch;

import static coop.parasol.quality.VaseScenario.inspect;
import static coop.parasol.quality.VaseScenario.post;
import static coop.parasol.quality.VaseScenario.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.ActingAs;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rejected lot is sorted, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class SortingFlowIT {

    @Inject
    Events events;

    private VaseScenario vases;

    @BeforeEach
    void publish_a_standard() {
        vases = new VaseScenario(events);
        vases.publish("");
    }

    @Test
    void the_good_part_of_a_sorted_lot_is_inspected_as_a_lot_of_its_own_and_the_rest_scrapped() {
        UUID rejected = vases.rejected();
        String lot = shown(rejected).getString("lot");

        Response sorted = sort(rejected, "32");

        sorted.then()
                .statusCode(201)
                .body("state", equalTo("REWORKED"))
                .body("lot", equalTo(lot + "/S"))
                .body("sortedFrom", equalTo(rejected.toString()))
                .body("quantity.value", equalTo("32"));
        UUID good = UUID.fromString(sorted.jsonPath().getString("batchId"));
        assertThat(shown(rejected).getString("state")).isEqualTo("SCRAPPED");
        assertThat(shown(rejected).getString("reason")).contains("32 go on as lot " + lot + "/S, 8 are scrapped");
        assertThat(shown(rejected).getString("why.code")).isEqualTo("SORTED");
        assertThat(shown(rejected).getInt("why.sorted.good")).isEqualTo(32);
        assertThat(shown(rejected).getInt("why.sorted.scrapped")).isEqualTo(8);
        assertThat(shown(rejected).getString("why.sorted.lot")).isEqualTo(lot + "/S");
        LotSorted event = events.await(LotSorted.class, each -> each.batchId().equals(good));
        assertThat(event.quantity().plus(event.scrapped())).isEqualTo(Quantity.of(VaseScenario.LOT, "C62"));
        assertThat(event.sortedFrom()).isEqualTo(rejected);
        events.await(BatchScrapped.class, each -> each.batchId().equals(rejected));

        inspect(good, 0).then().statusCode(201).body("outcome", equalTo("CERTIFIED"));
        BatchCertified certified =
                events.await(BatchCertified.class, each -> each.batchId().equals(good));
        assertThat(certified.quantity()).isEqualTo(Quantity.of(32, "C62"));
        assertThat(certified.brandLot()).isNotEqualTo(shown(rejected).getString("brandLot"));
    }

    @Test
    void a_resubmitted_lot_does_not_count_for_switching_and_is_scrapped_if_it_is_rejected_again() {
        UUID good = good(vases.rejected());
        String before = switching();

        inspect(good, 1).then().statusCode(201).body("outcome", equalTo("SCRAPPED"));

        assertThat(switching()).isEqualTo(before);
        sort(good, "2").then().statusCode(409).body("code", equalTo("not-rejected"));
    }

    @Test
    void what_cannot_be_sorted_so_is_refused_and_nothing_changes() {
        UUID rejected = vases.rejected();
        for (String value : List.of("0", "-1", "40", "41", "39.5")) {
            assertThat(sort(rejected, value).statusCode()).as(value).isIn(400, 422);
        }
        ActingAs.producer(
                        vases.member,
                        () -> post(
                                "/batches/" + rejected + "/sorting",
                                "{\"good\": {\"value\": \"3\", \"unit\": \"KGM\"}, \"description\": \"weighed\"}"))
                .then()
                .statusCode(422)
                .body("code", equalTo("other-unit"));
        ActingAs.producer(UUID.randomUUID(), () -> post("/batches/" + rejected + "/sorting", body("32")))
                .then()
                .statusCode(403);

        assertThat(shown(rejected).getString("state")).isEqualTo("REJECTED");
        assertThat(TestDatabase.count("batch where sorted_from = '" + rejected + "'"))
                .isZero();
    }

    @Test
    void a_recall_of_the_lot_reaches_its_good_part_before_and_after_its_certificate() {
        UUID rejected = vases.rejected();
        String lot = shown(rejected).getString("lot");
        UUID good = good(rejected);

        preview(lot).then().body("undecidedBatches", equalTo(1)).body("reach.lotsNotFound", hasSize(0));
        inspect(good, 0).then().statusCode(201);
        preview(lot).then().body("batches", equalTo(1)).body("reach.lotsNotFound", hasSize(0));
        preview(lot + "/S").then().body("batches", equalTo(1)).body("reach.lotsNotFound", hasSize(0));
    }

    @Test
    void a_suspended_lot_is_not_sorted_out_of_its_suspension() {
        UUID rejected = vases.rejected();
        TestDatabase.sql("update batch set suspended_by = :p2 where id = :p1", rejected, UUID.randomUUID());

        sort(rejected, "32").then().statusCode(409).body("code", equalTo("batch-suspended"));
    }

    private Response preview(String lot) {
        return post("/recalls/preview", "{\"lots\": [\"" + lot + "\"], \"memberId\": \"" + vases.member + "\"}");
    }

    private String switching() {
        return TestDatabase.text(
                "select switching::text from inspection_series where member_id = :p1 and product = :p2",
                vases.member,
                vases.product);
    }

    private UUID good(UUID rejected) {
        return UUID.fromString(sort(rejected, "32").jsonPath().getString("batchId"));
    }

    private Response sort(UUID batch, String good) {
        return ActingAs.producer(vases.member, () -> post("/batches/" + batch + "/sorting", body(good)));
    }

    private static String body(String good) {
        return "{\"good\": {\"value\": \"" + good + "\", \"unit\": \"C62\"}, \"description\": \"weighed one by one\"}";
    }
}
