package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.exit.rules.ExitState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A leaver can prove what it is owed for as long as it is owed. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class LeaversProofTest {

    static final String PIA = "0198c000-0000-7000-8000-0000000000e9";
    private static UUID exit = new UUID(0, 0);

    @Inject
    ExitScenario exits;

    @Inject
    Session database;

    @Test
    @Order(1)
    void a_member_leaves() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery("insert into member"
                        + " (id, name, registration_number, kind, email, state, applied_at, version, iban)"
                        + " values ('" + PIA + "', 'Pia', 'REG-P', 'BOTH', 'p@example.org', 'APPLIED', now(), 0,"
                        + " 'GB82WEST12345698765432')")
                .executeUpdate());
        Desk.post("/members/" + PIA + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(PIA, Desk.due(PIA)).then().statusCode(200);
        exit = exits.requestAndValue(UUID.fromString(PIA));
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);
    }

    @Test
    @Order(2)
    @TestSecurity(user = "pia", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = PIA))
    void a_leaver_gets_proofs_of_its_own_part_only_until_it_is_paid() {
        given().get("/ledger/proof").then().statusCode(200).body("memberId", equalTo(PIA));
        given().get("/ledger/entries").then().statusCode(403).body("code", equalTo("not-an-owner"));
    }

    @Test
    @Order(3)
    void it_is_paid() {
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.PAID);
    }

    @Test
    @Order(4)
    @TestSecurity(user = "pia", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = PIA))
    void afterwards_it_has_no_access() {
        given().get("/ledger/proof").then().statusCode(403).body("code", equalTo("not-an-owner"));
    }
}
