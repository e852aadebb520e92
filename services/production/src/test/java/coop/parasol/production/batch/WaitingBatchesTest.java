package coop.parasol.production.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.firm.FirmClock;
import coop.parasol.production.MemberFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A producer sees how many of its batches are not decided yet, and how many are rejected. */
@QuarkusTest
@TestSecurity(user = "own", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = WaitingBatchesTest.OWN))
class WaitingBatchesTest {

    static final String OWN = "0198c000-0000-7000-8000-00000000ba7c";

    @Inject
    FirmClock clock;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void the_member_is_known() {
        execute("insert into member (id, owner_id, name, state, open_commitments, batches_reported) values ('" + OWN
                + "', '" + OWN + "', 'Own Works', 'ACTIVE', 0, 0) on conflict do nothing");
    }

    @Test
    void a_batch_is_undecided_until_quality_has_decided_it() {
        String product = "P-" + UUID.randomUUID();
        MemberFixture.product(product, null);
        long undecided = waiting("BATCH_UNDECIDED");
        long rejected = waiting("BATCH_REJECTED");

        String batch = given().contentType("application/json")
                .body(
                        "{\"product\": \"%s\", \"lot\": \"L-%s\", \"quantity\": {\"value\": \"5\", \"unit\": \"C62\"}, \"madeOn\": \"%s\", \"route\": \"hand\"}"
                                .formatted(product, UUID.randomUUID(), clock.today()))
                .post("/batches")
                .then()
                .statusCode(201)
                .extract()
                .path("batchId");
        assertThat(waiting("BATCH_UNDECIDED")).isEqualTo(undecided + 1);

        execute("update batch set state = 'REJECTED' where id = '" + batch + "'");
        assertThat(waiting("BATCH_UNDECIDED")).isEqualTo(undecided);
        assertThat(waiting("BATCH_REJECTED")).isEqualTo(rejected + 1);

        execute("update batch set state = 'REWORKED' where id = '" + batch + "'");
        assertThat(waiting("BATCH_UNDECIDED")).isEqualTo(undecided + 1);
        assertThat(waiting("BATCH_REJECTED")).isEqualTo(rejected);
    }

    private static long waiting(String kind) {
        return given().get("/waiting-work")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.kind == '" + kind + "' }.count");
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    }
}
