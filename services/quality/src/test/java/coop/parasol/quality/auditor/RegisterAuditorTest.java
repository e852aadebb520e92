package coop.parasol.quality.auditor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auditor is registered once under its number. */
@QuarkusTest
@TestSecurity(user = "devika", roles = "quality-desk")
class RegisterAuditorTest {

    private final UUID number = UUID.randomUUID();

    @Test
    void a_new_auditor_never_takes_the_number_and_the_name_of_another() {
        register("If-None-Match", "*", "Farah").then().statusCode(201);

        register("If-None-Match", "*", "Gita")
                .then()
                .statusCode(412)
                .body("code", equalTo("already-registered"))
                .body("field", equalTo("auditorId"));

        given().get("/auditors/" + number).then().body("name", equalTo("Farah"));
    }

    @Test
    void what_is_sent_twice_is_done_once() {
        register("If-None-Match", "*", "Farah").then().statusCode(201);
        register("If-None-Match", "*", "Farah").then().statusCode(200);
    }

    @Test
    void one_that_is_known_is_changed_by_who_has_seen_it() {
        String seen = register("If-None-Match", "*", "Farah").header("ETag");

        register("If-Match", seen, "Farah Khan").then().statusCode(200);
        register("If-Match", seen, "Gita").then().statusCode(412).body("code", equalTo("changed-meanwhile"));
    }

    private Response register(String header, String value, String name) {
        return given().contentType("application/json")
                .header(header, value)
                .body(Map.of("name", name, "interests", List.of()))
                .put("/auditors/" + number);
    }
}
