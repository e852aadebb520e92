package coop.parasol.production.machine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A producer adds, equips and revokes its machines, and nobody else does. */
@QuarkusTest
@TestSecurity(user = "meera", roles = "producer")
class MachineRestTest {

    private static final String MEMBER = "0198c000-0000-7000-8000-0000000000d1";
    private static final String OTHER = "0198c000-0000-7000-8000-0000000000d2";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void the_members_are_known() {
        for (String id : new String[] {MEMBER, OTHER}) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (Member.findById(UUID.fromString(id)) == null) {
                    Member member = new Member();
                    member.id = UUID.fromString(id);
                    member.ownerId = member.id;
                    member.state = Member.State.ACTIVE;
                    member.persist();
                }
            });
        }
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = MEMBER))
    void a_machine_is_added_gets_its_token_once_and_is_revoked() {
        Response added = add("scale at the packing table");
        added.then().statusCode(201).body("state", equalTo("WITHOUT_TOKEN"));
        String id = added.jsonPath().getString("machineId");

        String token = given().post("/machines/" + id + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");

        assertThat(token).startsWith("parasol-machine." + id + ".");
        Response listed = given().queryParam("limit", 200).get("/machines");
        assertThat(listed.jsonPath().getString("items.find { it.machineId == '" + id + "' }.state"))
                .isEqualTo("ACTIVE");
        assertThat(listed.asString()).as("shown once").doesNotContain(token.substring(60));
        assertThat(stored(id)).as("not kept").doesNotContain(token.substring(60));

        given().delete("/machines/" + id).then().statusCode(200).body("state", equalTo("REVOKED"));
        given().delete("/machines/" + id).then().statusCode(200).body("state", equalTo("REVOKED"));
        given().post("/machines/" + id + "/token").then().statusCode(409).body("code", equalTo("machine-revoked"));
        assertThat(stored(id)).isEqualTo("none");
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "member_id", value = OTHER))
    void of_machines_of_another_member_nobody_learns_anything() {
        UUID foreign = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into machine (id, member_id, name, made_by, made_at) values (:id, :member, 'scale', 'test', now())
                        """)
                        .bind("id", foreign)
                        .bind("member", UUID.fromString(MEMBER))
                        .execute()));

        given().delete("/machines/" + foreign).then().statusCode(404);
        given().post("/machines/" + foreign + "/token").then().statusCode(404);
        given().get("/machines").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    @TestSecurity(
            user = "leela",
            roles = {"registrar", "quality-desk", "administrator"})
    void no_desk_adds_or_sees_machines() {
        add("scale").then().statusCode(403);
        given().get("/machines").then().statusCode(403);
    }

    private static Response add(String name) {
        return given().contentType("application/json")
                .body("{\"name\": \"" + name + "\"}")
                .post("/machines");
    }

    private String stored(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(token_digest, 'none') from machine where id = cast(:id as uuid)")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }
}
