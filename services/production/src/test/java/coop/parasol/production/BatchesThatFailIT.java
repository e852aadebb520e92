package coop.parasol.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails for one of many batches, or for no fault of theirs, costs the others nothing. */
@QuarkusTest
@TestSecurity(user = "tomas", roles = "producer")
@OidcSecurity(claims = @Claim(key = "member_id", value = BatchesThatFailIT.MEMBER))
class BatchesThatFailIT extends ProducerCalls {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000c9";
    private static final String NDJSON = "application/x-ndjson";
    private static boolean activated;

    @Inject
    Jdbi jdbi;

    @Override
    void activate() {
        if (!activated) {
            activated = true;
            events.publish(
                    new MemberActivated(UUID.fromString(MEMBER), "Tomas", "tomas@example.org", FirmKind.PRODUCT, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "stream"})
    void a_batch_of_the_largest_quantity_fulfils_a_commitment_of_which_some_is_reported(String how) {
        String commitment = commit(10, Weeks.after(8).toString()).path("commitmentId");

        JsonPath answers = report(how, List.of(made("A", 1, commitment), made("B", 999_999_999_999L, commitment)));

        assertThat(answers.getList("status", Integer.class)).containsExactly(201, 201);
        given().get("/commitments/" + commitment).then().body("state", equalTo("FULFILLED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "stream"})
    void a_batch_that_fails_costs_no_other(String how) {
        JsonPath answers = failing(
                "P0001", () -> report(how, List.of(made("A", 1, null), made("UNLUCKY", 1, null), made("C", 1, null))));

        assertThat(answers.getList("status", Integer.class)).containsExactly(201, 500, 201);
        assertThat(answers.getString("[1].problem.code")).isEqualTo("internal");
        assertThat(report(how, List.of(made("A", 1, null), made("UNLUCKY", 1, null)))
                        .getList("status", Integer.class))
                .containsExactly(200, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "stream"})
    void a_value_that_the_database_does_not_take_is_refused_of_one_batch(String how) {
        JsonPath answers = failing(
                "22003", () -> report(how, List.of(made("A", 1, null), made("UNLUCKY", 1, null), made("C", 1, null))));

        assertThat(answers.getList("status", Integer.class)).containsExactly(201, 422, 201);
        assertThat(answers.getString("[1].problem.code")).isEqualTo("value-out-of-range");
    }

    @Test
    void a_list_that_was_decided_one_by_one_is_answered_alike_when_it_is_repeated() {
        String key = UUID.randomUUID().toString();
        List<String> batches = List.of(made("A", 1, null), made("UNLUCKY", 1, null), made("C", 1, null));
        String first = failing("P0001", () -> bulk(batches, key).asString());

        bulk(batches, key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"))
                .body(equalTo(first));
        bulk(batches.subList(0, 2), key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_list_of_which_everything_fails_is_given_up() {
        List<String> batches = IntStream.rangeClosed(1, 20)
                .mapToObj(each -> made(each <= 12 ? "UNLUCKY-" + each : "A", 1, null))
                .toList();

        failing("P0001", () -> bulk(batches, null)).then().statusCode(500).body("code", equalTo("internal"));

        assertThat(report("bulk", List.of(made("A", 1, null))).getInt("[0].status"))
                .isEqualTo(201);
    }

    @Test
    void what_the_database_cannot_take_now_can_be_sent_again_without_a_key() {
        List<String> batches = List.of(made("A", 1, null), made("UNLUCKY", 1, null));

        JsonPath answers = failing("53100", () -> report("stream", batches));

        assertThat(answers.getList("status", Integer.class)).endsWith(503);
        assertThat(answers.getString("[-1].problem.code")).isEqualTo("database-unavailable");
        assertThat(answers.getString("[-1].problem.detail")).doesNotContain("Idempotency-Key");
        failing("53100", () -> bulk(batches, null))
                .then()
                .statusCode(503)
                .body("code", equalTo("database-unavailable"));
        assertThat(report("stream", batches).getList("status", Integer.class)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "stream"})
    void batches_are_reported_though_the_database_undoes_them_for_another_transaction(String how) throws Exception {
        List<String> batches = List.of(
                made("A", 1, commit(10, Weeks.after(8).toString()).path("commitmentId")),
                made("B", 1, commit(10, Weeks.after(9).toString()).path("commitmentId")));

        CompletableFuture<JsonPath> answers = QuarkusTransaction.requiringNew().call(() -> {
            lockOutlook(Weeks.after(9).toString());
            CompletableFuture<JsonPath> reported = CompletableFuture.supplyAsync(() -> report(how, batches));
            Awaitility.await().pollInterval(20, TimeUnit.MILLISECONDS).until(this::somebodyWaits);
            lockOutlook(Weeks.after(8).toString()); // the other one holds it, and has waited longer: it is undone
            return reported;
        });

        assertThat(answers.get(30, TimeUnit.SECONDS).getList("status", Integer.class))
                .containsExactly(201, 201);
    }

    private void lockOutlook(String week) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update demand_outlook set unit = unit where product = :product and period = :week")
                .bind("product", product)
                .bind("week", week)
                .execute());
    }

    private boolean somebodyWaits() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("select exists (select from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like '%demand_outlook%')")
                        .mapTo(Boolean.class)
                        .one()));
    }

    /** Does something while no event of an unlucky lot can be stored. */
    private <T> T failing(String sqlState, java.util.function.Supplier<T> work) {
        jdbi.useHandle(
                handle -> handle.execute("create function refuse_unlucky() returns trigger language plpgsql as $$"
                        + " begin if new.payload like '%UNLUCKY%' then raise exception 'unlucky' using errcode = '"
                        + sqlState
                        + "'; end if; return new; end $$"));
        jdbi.useHandle(handle -> handle.execute("create trigger refuse_unlucky before insert on outbox"
                + " for each row execute function refuse_unlucky()"));
        try {
            return work.get();
        } finally {
            jdbi.useHandle(handle -> handle.execute("drop trigger refuse_unlucky on outbox"));
            jdbi.useHandle(handle -> handle.execute("drop function refuse_unlucky"));
        }
    }

    private String made(String lot, long quantity, @org.jspecify.annotations.Nullable String commitment) {
        return batch(product, lot + "-" + product, quantity, "C62", commitment);
    }

    private static JsonPath report(String how, List<String> batches) {
        return how.equals("bulk")
                ? bulk(batches, null).then().statusCode(200).extract().jsonPath()
                : JsonPath.from("["
                        + given().contentType(NDJSON + "; charset=utf-8")
                                .body(String.join("\n", batches).getBytes(StandardCharsets.UTF_8))
                                .post("/batches/stream")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()
                                .lines()
                                .collect(Collectors.joining(","))
                        + "]");
    }

    private static Response bulk(List<String> batches, @org.jspecify.annotations.Nullable String key) {
        return given().contentType("application/json")
                .headers(key == null ? java.util.Map.of() : java.util.Map.of("Idempotency-Key", key))
                .body("[" + String.join(",", batches) + "]")
                .post("/batches/bulk");
    }
}
