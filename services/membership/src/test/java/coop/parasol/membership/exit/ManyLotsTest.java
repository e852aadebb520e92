package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A leaving member with thousands of lots sees all of them and chooses for each, in one call, and all is told in one event. */
@QuarkusTest
@TestSecurity(
        user = "meera",
        roles = {"producer", "registrar", "treasurer"})
class ManyLotsTest {

    private static final String MEMBER = "0198c000-0000-7000-8000-000000006101";
    private static final int LOTS = 3_000;

    @Inject
    ExitScenario exits;

    @Inject
    Events events;

    @Inject
    Session database;

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = MEMBER))
    void thousands_of_lots_are_shown_chosen_for_and_told() {
        exits.bylaws(1, 0, 0, 10_000);
        Desk.join();
        join();
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery("""
                        insert into pool_goods (batch_id, member_id, product, lot, grade, unit, certified)
                        select gen_random_uuid(), cast(?1 as uuid), 'LAMP', 'L-' || n, 'A', 'C62', 1 from generate_series(1, ?2) n
                        """)
                .setParameter(1, MEMBER)
                .setParameter(2, LOTS)
                .executeUpdate());
        List<String> batches = given().get("/exits/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("goods.batchId");
        assertThat(batches).hasSize(LOTS);
        String all = batches.stream()
                .map(batch -> "{\"batchId\": \"" + batch + "\", \"choice\": \"TAKE_BACK\"}")
                .collect(Collectors.joining(", ", "{\"goods\": [", "]}"));

        String exit = given().contentType("application/json")
                .body(all)
                .post("/exits")
                .then()
                .statusCode(201)
                .extract()
                .path("exitId");
        given().contentType("application/json")
                .header("If-Match", "*")
                .body(all)
                .put("/exits/" + exit + "/goods")
                .then()
                .statusCode(200);

        assertThat(given().get("/exits/" + exit + "/goods").jsonPath().getList("lots.choice"))
                .hasSize(LOTS)
                .containsOnly("TAKE_BACK");
        exits.advanceDays(90);
        assertThat(events.await(ExitBinding.class, event -> event.exitId().equals(UUID.fromString(exit)))
                        .goods())
                .hasSize(LOTS);
    }

    private void join() {
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery(
                        "insert into member (id, name, registration_number, kind, email, iban,"
                                + " state, applied_at, version) values ('" + MEMBER
                                + "', 'Meera', 'REG-" + MEMBER + "', 'BOTH', '" + MEMBER
                                + "@example.org', 'GB82WEST12345698765432', 'APPLIED', now(), 0)")
                .executeUpdate());
        Desk.post("/members/" + MEMBER + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(MEMBER, Desk.due(MEMBER)).then().statusCode(200);
    }
}
