package coop.parasol.production.machine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.production.MemberFixture;
import coop.parasol.production.batch.Batch;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a machine of a member may do with its token, over REST as it comes from the network. */
@QuarkusTest
class MachineAccountTest {

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member = new UUID(0, 0);
    private UUID machine = new UUID(0, 0);
    private String token = "";

    @BeforeEach
    void a_member_with_a_machine() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        machine = machine(member);
        token = issue(machine);
    }

    @Test
    void a_machine_reports_batches_of_its_member_and_reads_them() {
        Response reported = as(token).body(batch("L-1", "12")).post("/batches");

        reported.then().statusCode(201).body("memberId", equalTo(member.toString()));
        as(token)
                .get("/batches/" + reported.jsonPath().getString("batchId"))
                .then()
                .statusCode(200)
                .body("lot", equalTo("L-1"));
        as(token).get("/batches").then().statusCode(200).body("items.lot", equalTo(List.of("L-1")));
        assertThat(actorOf(reported.jsonPath().getString("batchId"))).isEqualTo("machine-" + machine);
    }

    @Test
    void a_list_that_a_scale_sends_twice_with_a_bad_line_is_answered_line_by_line_and_counted_once() {
        String shift = "[" + batch("L-1", "12") + "," + batch("L-2", "0") + "," + batch("L-3", "7") + ","
                + "{\"product\": \"" + product + "\", \"lot\": 4.5}," + batch("L-1", "12") + "," + batch("L-1", "13")
                + "]";

        Response first = as(token).body(shift).post("/batches/bulk");
        Response again = as(token).body(shift).post("/batches/bulk");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getList("status", Integer.class)).containsExactly(201, 422, 201, 400, 200, 409);
        assertThat(again.jsonPath().getList("status", Integer.class)).containsExactly(200, 422, 200, 400, 200, 409);
        assertThat(again.jsonPath().getList("result.batchId"))
                .isEqualTo(first.jsonPath().getList("result.batchId"));
        assertThat(first.jsonPath().getString("[1].problem.code")).isEqualTo("not-positive");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Batch.count("memberId", member)))
                .isEqualTo(2);
    }

    @Test
    void lines_of_a_stream_are_answered_as_they_come() {
        Response answer = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .header("Authorization", "Bearer " + token)
                .contentType("application/x-ndjson")
                .body(batch("L-1", "12") + "\n" + batch("L-2", "0") + "\n" + batch("L-1", "12") + "\n")
                .post("/batches/stream");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString().lines().map(line -> line.replaceAll(".*\"status\":(\\d+).*", "$1")))
                .containsExactly("201", "422", "200");
    }

    @Test
    void a_machine_may_do_nothing_else_not_even_what_its_member_may() {
        String reported =
                as(token).body(batch("L-1", "12")).post("/batches").jsonPath().getString("batchId");

        as(token).get("/commitments").then().statusCode(403);
        as(token).get("/outlook").then().statusCode(403);
        as(token).get("/machines").then().statusCode(403);
        as(token).body("{\"name\": \"another\"}").post("/machines").then().statusCode(403);
        as(token).post("/machines/" + machine + "/token").then().statusCode(403);
        as(token).post("/batches/" + reported + "/withdrawal").then().statusCode(403);
        as(token).get("/cost-calculations").then().statusCode(403);
    }

    @Test
    void a_machine_sees_no_batch_of_another_member() {
        UUID other = MemberFixture.member(Member.State.ACTIVE);
        String foreign = as(issue(machine(other)))
                .body(batch("L-1", "12"))
                .post("/batches")
                .jsonPath()
                .getString("batchId");

        as(token).get("/batches/" + foreign).then().statusCode(403).body("code", equalTo("not-yours"));
        as(token).get("/batches").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void a_revoked_machine_is_refused_from_the_same_moment_on() {
        as(token).body(batch("L-1", "12")).post("/batches").then().statusCode(201);

        change("update machine set token_digest = null, revoked_at = now() where id = :id", machine);

        as(token).body(batch("L-2", "12")).post("/batches").then().statusCode(401);
    }

    @Test
    void a_new_token_ends_the_one_before_it_and_a_member_that_has_left_has_none() {
        String next = issue(machine);

        as(token).get("/batches").then().statusCode(401);
        as(next).get("/batches").then().statusCode(200);

        change("update member set state = 'LEFT' where id = :id", member);
        as(next).get("/batches").then().statusCode(401);
    }

    @Test
    void what_is_no_token_of_a_machine_is_refused_as_no_token_is() {
        for (String wrong : List.of(
                token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0"),
                token.replace(machine.toString(), UUID.randomUUID().toString()),
                token + "00",
                "parasol-machine.",
                "parasol-machine." + machine + ".")) {
            Response refused = as(wrong).body(batch("L-1", "12")).post("/batches");
            assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
            assertThat(refused.asString()).doesNotContain(machine.toString());
        }
        given().get("/batches").then().statusCode(401);
    }

    /** The call with which a producer adds a machine needs an account at Keycloak: see the test of the REST calls. */
    private static UUID machine(UUID member) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Machine machine = new Machine();
            machine.id = UUID.randomUUID();
            machine.memberId = member;
            machine.name = "scale";
            machine.madeBy = "test";
            machine.madeAt = Instant.now();
            machine.persist();
            return machine.id;
        });
    }

    private static String issue(UUID machine) {
        return MachineFixture.issue(machine);
    }

    private void change(String sql, UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.createUpdate(sql).bind("id", id).execute()));
    }

    private String actorOf(String batch) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select actor from (select actor, payload from outbox union all select actor, payload from sent_event) e
                         where payload::jsonb ->> 'batchId' = :batch
                        """).bind("batch", batch).mapTo(String.class).one());
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private String batch(String lot, String pieces) {
        return "{\"product\": \"%s\", \"lot\": \"%s\", \"quantity\": {\"value\": \"%s\", \"unit\": \"C62\"}, \"madeOn\": \"%s\", \"route\": \"scale\"}"
                .formatted(product, lot, pieces, LocalDate.now(ZoneOffset.UTC));
    }
}
