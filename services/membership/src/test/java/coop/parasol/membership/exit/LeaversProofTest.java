package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.testing.Impersonation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A leaver can prove what it is owed for as long as it is owed. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class LeaversProofTest {

    @Inject
    ExitScenario exits;

    @Test
    void a_leaver_gets_proofs_of_its_own_part_until_it_is_paid() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        UUID leaver = exits.join();
        UUID exit = exits.requestAndValue(leaver);
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);

        read(leaver, "/ledger/proof").then().statusCode(200).body("memberId", equalTo(leaver.toString()));
        read(leaver, "/ledger/entries").then().statusCode(403).body("code", equalTo("not-an-owner"));

        exits.payAllDue();

        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        read(leaver, "/ledger/proof").then().statusCode(403).body("code", equalTo("not-an-owner"));
    }

    private static Response read(UUID member, String path) {
        return Impersonation.as(
                "pia", Map.of("member_id", member.toString()), Set.of("producer"), () -> given().get(path));
    }
}
