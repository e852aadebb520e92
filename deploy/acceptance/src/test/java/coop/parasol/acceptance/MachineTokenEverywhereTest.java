package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the token of a member's machine is good for in the whole system: reporting batches, and nothing else. */
class MachineTokenEverywhereTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Constitution CONSTITUTION = Constitution.read();
    private static final String ROLE = "producer-machine:own";

    private final String machine = SYSTEM.as("producer")
            .contentType("application/json")
            .body("{\"name\": \"scale\"}")
            .post(SYSTEM.url("production") + "/machines")
            .then()
            .statusCode(201)
            .extract()
            .path("machineId");
    private final String token = SYSTEM.as("producer")
            .post(SYSTEM.url("production") + "/machines/" + machine + "/token")
            .then()
            .statusCode(200)
            .extract()
            .path("token");

    @TestFactory
    Stream<DynamicTest> a_machine_calls_nothing_that_the_constitution_does_not_give_it() {
        return CONSTITUTION.endpoints().stream()
                .filter(endpoint -> !endpoint.isPublic())
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    String path = endpoint.path()
                            .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                    RequestSpecification call = as(token);
                    if (endpoint.hasBody()) {
                        call.contentType(endpoint.bodyType()).body("{}".getBytes(StandardCharsets.UTF_8));
                    }
                    int status = call.request(endpoint.method(), SYSTEM.url(endpoint.service()) + path)
                            .statusCode();
                    if (!endpoint.service().equals("production")) {
                        assertThat(status).isEqualTo(401);
                    } else if (endpoint.grants().contains(ROLE)) {
                        assertThat(status).isNotIn(401, 403).isLessThan(500);
                    } else if (!endpoint.grants().contains("any")) {
                        assertThat(status).isEqualTo(403);
                    }
                }));
    }

    @Test
    void a_scale_that_sends_its_list_twice_with_a_bad_line_is_answered_line_by_line_and_counted_once() {
        String product = SYSTEM.as("producer")
                .get(SYSTEM.url("production") + "/batches")
                .jsonPath()
                .getString("items[0].product");
        String lot = "SCALE-" + UUID.randomUUID().toString().substring(0, 8);
        String list = "[" + batch(product, lot + "-1", "2") + "," + batch(product, lot + "-2", "0") + ",{\"lot\": 7},"
                + batch(product, lot + "-3", "3") + "]";

        Response first = send(list);
        Response again = send(list);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        List<Integer> statuses = first.jsonPath().getList("status", Integer.class);
        assertThat(statuses.get(0)).isEqualTo(201);
        assertThat(statuses.get(1)).isEqualTo(422);
        assertThat(statuses.get(2)).isBetween(400, 422);
        assertThat(statuses.get(3)).isEqualTo(201);
        assertThat(again.jsonPath().getList("status", Integer.class)).containsExactly(200, 422, statuses.get(2), 200);
        assertThat(again.jsonPath().getString("[0].result.batchId"))
                .isEqualTo(first.jsonPath().getString("[0].result.batchId"));
        for (int position : List.of(0, 3)) {
            as(token)
                    .get(SYSTEM.url("portal") + "/api/production/batches/"
                            + first.jsonPath().getString("[" + position + "].result.batchId"))
                    .then()
                    .statusCode(200);
        }

        SYSTEM.as("producer")
                .delete(SYSTEM.url("production") + "/machines/" + machine)
                .then()
                .statusCode(200);
        assertThat(send(list).statusCode()).as("revoked").isEqualTo(401);
    }

    private Response send(String list) {
        return as(token)
                .contentType("application/json")
                .body(list)
                .post(SYSTEM.url("portal") + "/api/production/batches/bulk");
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static String batch(String product, String lot, String pieces) {
        return "{\"product\": \"%s\", \"lot\": \"%s\", \"quantity\": {\"value\": \"%s\", \"unit\": \"C62\"}, \"madeOn\": \"%s\", \"route\": \"scale\"}"
                .formatted(product, lot, pieces, LocalDate.now(ZoneOffset.UTC));
    }
}
