package coop.parasol.membership.taxregistration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A member's tax registration is entered by itself or by the registrar, told to the other services, and erased with it. */
@QuarkusTest
class EnterTaxRegistrationTest {

    private static final String OWN = "0198c000-0000-7000-8000-0000000000f9";

    @Inject
    Events events;

    @Inject
    FirmClock clock;

    @Inject
    TaxRegistrations registrations;

    @Test
    @TestSecurity(user = "rekha", roles = "registrar")
    void what_is_entered_is_listed_told_and_erased() {
        String member = Desk.apply();
        String key = UUID.randomUUID().toString();

        Response first = enter(member, "27 AAPFU0939F1ZV", clock.today().toString(), key);
        first.then().statusCode(201).body("number", equalTo("27AAPFU0939F1ZV")).body("enteredBy", equalTo("rekha"));
        assertThat(enter(member, "27 AAPFU0939F1ZV", clock.today().toString(), key)
                        .path("registrationId")
                        .toString())
                .isEqualTo(first.path("registrationId"));
        enter(
                        member,
                        "27AAPFU0939F1ZW",
                        clock.today().toString(),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("malformed-tax-number"))
                .body("field", equalTo("number"));
        enter(member, "27AAPFU0939F1ZV", "2020-01-01", UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("retroactive"));
        given().get("/members/" + member + "/tax-registrations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].scheme", equalTo("COMPOSITION"));

        TaxRegistrationChanged told = events.await(
                TaxRegistrationChanged.class,
                event -> event.memberId().toString().equals(member));
        assertThat(told.scheme()).isEqualTo(TaxScheme.COMPOSITION);
        assertThat(told.number()).isEqualTo("27AAPFU0939F1ZV");
        assertThat(told.validFrom()).isEqualTo(clock.today());

        assertThat(QuarkusTransaction.requiringNew().call(() -> registrations.erase(UUID.fromString(member))))
                .isOne();
        given().get("/members/" + member + "/tax-registrations")
                .then()
                .body("items[0].number", equalTo(null))
                .body("items[0].address", equalTo(null));
    }

    @Test
    @TestSecurity(user = "own", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = OWN))
    void a_member_neither_enters_nor_sees_anothers() {
        String other = UUID.randomUUID().toString();

        enter(
                        other,
                        "27AAPFU0939F1ZV",
                        clock.today().toString(),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(403);
        given().get("/members/" + other + "/tax-registrations").then().statusCode(403);
    }

    private static Response enter(String member, String number, String validFrom, String key) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("""
                        {"scheme": "COMPOSITION", "country": "IN", "number": "%s", "address": "1 Mill Lane, Moradabad",
                         "validFrom": "%s"}
                        """.formatted(number, validFrom))
                .post("/members/" + member + "/tax-registrations");
    }
}
