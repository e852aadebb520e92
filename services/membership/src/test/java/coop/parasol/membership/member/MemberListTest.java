package coop.parasol.membership.member;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import coop.parasol.membership.Desk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which members a desk finds. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class MemberListTest {

    @Test
    void a_member_is_found_by_its_state_and_a_part_of_its_registration_number_however_it_is_written() {
        String member = Desk.apply();
        String part = given().get("/members/" + member)
                .jsonPath()
                .getString("registrationNumber")
                .substring(3)
                .toUpperCase(Locale.ROOT);

        given().queryParam("q", part)
                .queryParam("state", "APPLIED")
                .get("/members")
                .then()
                .statusCode(200)
                .body("items.memberId", contains(member));
        given().queryParam("q", part)
                .queryParam("state", "ACTIVE")
                .get("/members")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void signs_that_are_wildcards_elsewhere_find_only_themselves() {
        given().queryParam("q", "no%such_name")
                .get("/members")
                .then()
                .statusCode(200)
                .body("items", empty());
        Desk.apply();
        given().queryParam("q", "%%%").get("/members").then().statusCode(200).body("items", empty());
    }
}
