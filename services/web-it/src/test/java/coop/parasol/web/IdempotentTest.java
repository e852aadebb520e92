package coop.parasol.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A POST that is repeated with its Idempotency-Key is decided once. */
@QuarkusTest
class IdempotentTest {

    @Test
    void the_same_key_gets_the_same_answer_and_decides_once() {
        String key = UUID.randomUUID().toString();

        Response first = make(key, "lamp " + key);
        Response second = make(key, "lamp " + key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.jsonPath().<Object>get("")).isEqualTo(first.jsonPath().<Object>get(""));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }

    @Test
    @TestSecurity(user = "asha", roles = "producer")
    void the_same_key_for_another_request_is_refused() {
        String key = UUID.randomUUID().toString();
        make(key, "lamp " + key);

        make(key, "other " + key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"), "field", equalTo("Idempotency-Key"));
    }

    @Test
    void strangers_without_a_token_may_use_the_same_key() {
        String key = UUID.randomUUID().toString();

        assertThat(make(key, "lamp " + key).statusCode()).isEqualTo(201);
        assertThat(make(key, "other " + key).statusCode()).isEqualTo(201);
    }

    @Test
    void a_refused_call_leaves_its_key_unused() {
        String key = UUID.randomUUID().toString();

        assertThat(make(key, "refused").statusCode()).isEqualTo(409);
        assertThat(make(key, "lamp " + key).statusCode()).isEqualTo(201);
    }

    @Test
    void eight_concurrent_calls_with_one_key_are_decided_once() throws InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        String name = "lamp " + key;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Response>> calls = IntStream.range(0, 8)
                    .<Callable<Response>>mapToObj(i -> () -> make(key, name))
                    .toList();
            for (Future<Response> answer : pool.invokeAll(calls)) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
        List<String> names = given().get("/lamps/names").jsonPath().getList("", String.class);
        assertThat(names).containsOnlyOnce(name);
    }

    @ParameterizedTest
    @CsvSource({"nothing,204", "record,200", "bytes,200", "text,200"})
    void a_repeated_key_is_answered_alike_whatever_the_method_returns(String kind, int status) {
        String key = UUID.randomUUID().toString();
        String address = "/lamps/lamp-" + key + "/" + kind;

        Response first = given().header("Idempotency-Key", key).post(address);
        Response second = given().header("Idempotency-Key", key).post(address);

        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(second.statusCode()).isEqualTo(status);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.contentType()).isEqualTo(first.contentType());
        if (!kind.equals("record")) {
            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        }
    }

    @Test
    void no_bank_data_are_kept_for_a_repetition() {
        String key = UUID.randomUUID().toString();
        String address = "/lamps/lamp-" + key + "/record";

        Response first = given().header("Idempotency-Key", key).post(address);
        Response second = given().header("Idempotency-Key", key).post(address);

        assertThat(first.jsonPath().getString("iban")).isEqualTo("DE89370400440532013000");
        assertThat(second.jsonPath().getString("name")).isEqualTo("lamp-" + key);
        assertThat(second.jsonPath().<Object>get("iban")).isNull();
    }

    private static Response make(String key, String name) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"finish\":\"BRASS\"}")
                .post("/lamps");
    }
}
