package coop.parasol.membership.buyin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.membership.Desk;
import coop.parasol.membership.governance.Assembly;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What a firm says about itself, its invoice, its instalments and its share. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class JoiningTest {

    @Inject
    Assembly assembly;

    @Inject
    Session database;

    @Test
    void an_application_says_who_the_firm_is_and_where_it_is_paid() {
        Response applied = Desk.post("/applications", """
                {"name": "Asha Brass", "registrationNumber": "REG-ASHA", "kind": "BOTH", "email": "asha@example.org",
                 "capabilities": ["casting", "plating", "casting"], "iban": "gb82 west 1234 5698 7654 32",
                 "address": {"street": "1 Mill Lane", "postalCode": "244001", "city": "Moradabad", "country": "IN"}}""");

        applied.then()
                .statusCode(201)
                .body("capabilities", equalTo(java.util.List.of("casting", "plating")))
                .body("iban", equalTo("GB82WEST12345698765432"))
                .body("address.city", equalTo("Moradabad"));
        Desk.post("/applications", """
                {"name": "A", "registrationNumber": "REG-X", "kind": "BOTH", "email": "x@example.org", "iban": "GB83WEST12345698765432"}""")
                .then()
                .statusCode(422)
                .body("field", equalTo("iban"))
                .body("code", equalTo("malformed-iban"));
    }

    @Test
    void what_the_registrar_finds_out_is_kept_and_a_refusal_says_why() {
        String member = Desk.apply();
        Desk.post("/members/" + member + "/vetting-notes", "{\"note\": \"Visited; twelve moulders.\"}")
                .then()
                .statusCode(201)
                .body("writtenBy", equalTo("rekha"));
        Desk.post("/members/" + member + "/refusal", "{\"reason\": \"no workshop\"}")
                .then()
                .statusCode(200);

        given().get("/members/" + member + "/vetting-notes").then().body("items", hasSize(1));
    }

    @Test
    void a_share_paid_in_instalments_is_whole_equity_from_the_first_and_leaves_everybodys_value_where_it_is() {
        Desk.join();
        assembly.bylaws(Map.of("buyInInstalments", 3));
        try {
            String member = Desk.apply();
            Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
            Response invoice = given().get("/members/" + member + "/buy-in-invoice");
            invoice.then().statusCode(200).body("instalments", hasSize(3)).body("number", containsString("BUYIN-"));
            String first = invoice.jsonPath().getString("instalments[0].amount.amount");
            String other = invoice.jsonPath().getString("instalments[1].amount.amount");
            String value = Desk.shareValue().getString("shareValue.amount");
            long members = Desk.shareValue().getLong("members");

            Desk.buyIn(member, other.equals(first) ? "1.00" : other).then().statusCode(422);
            Desk.buyIn(member, first).then().statusCode(200).body("state", equalTo("ACTIVE"));

            assertThat(Desk.shareValue().getString("shareValue.amount")).isEqualTo(value);
            assertThat(Desk.shareValue().getLong("members")).isEqualTo(members + 1);
            given().get("/members/" + member + "/equity")
                    .then()
                    .body("equalShare.amount", equalTo(value))
                    .body(
                            "debts.amount",
                            equalTo(given().get("/members/" + member + "/buy-in-invoice")
                                    .jsonPath()
                                    .getString("outstanding.amount")));
            Desk.buyIn(member, other).then().statusCode(200);
            Desk.buyIn(member, other).then().statusCode(200);
            Desk.buyIn(member, other).then().statusCode(409).body("code", equalTo("not-admitted"));
            given().get("/members/" + member + "/equity").then().body("debts.amount", equalTo("0.00"));
            assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    @Test
    void a_transfer_that_is_entered_again_counts_once_and_never_for_somebody_else() {
        Desk.join();
        assembly.bylaws(Map.of("buyInInstalments", 4));
        try {
            String member = admitted();
            String other = admitted();
            List<String> parts = given().get("/members/" + member + "/buy-in-invoice")
                    .jsonPath()
                    .getList("instalments.amount.amount");
            String transfer = "UTR-" + member;
            Desk.buyIn(member, parts.getFirst(), transfer).then().statusCode(200);
            String next = "UTR-2-" + member;
            Desk.buyIn(member, parts.get(1), next).then().statusCode(200);
            String owed = outstanding(member);

            Desk.buyIn(member, parts.get(1), " " + next + " ")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACTIVE"));

            assertThat(outstanding(member)).isEqualTo(owed);
            Desk.buyIn(member, owed, next).then().statusCode(409).body("code", equalTo("reference-used"));
            Desk.buyIn(other, parts.getFirst(), transfer)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("reference-used"));
            given().get("/members/" + other).then().body("state", equalTo("ADMITTED"));
            Desk.buyIn(member, owed).then().statusCode(200);
            assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
        } finally {
            assembly.bylaws(Map.of("buyInInstalments", 1));
        }
    }

    @Test
    void a_member_holds_one_share_and_the_database_refuses_a_second() {
        String member = Desk.join();
        String number = given().get("/members/" + member + "/share-certificate")
                .then()
                .statusCode(200)
                .body("shares", equalTo(1))
                .extract()
                .path("certificate");

        assertThat(number).startsWith("SHARE-");
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        sql("insert into share_certificate (member_id, issued_at) values ('" + member + "', now())"))
                .hasStackTraceContaining("one_share_per_member");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sql("update share_certificate set member_id = '" + UUID.randomUUID() + "'"))
                .hasStackTraceContaining("not transferred");
    }

    private static String admitted() {
        String member = Desk.apply();
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
        return member;
    }

    private static String outstanding(String member) {
        return given().get("/members/" + member + "/buy-in-invoice").jsonPath().getString("outstanding.amount");
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
