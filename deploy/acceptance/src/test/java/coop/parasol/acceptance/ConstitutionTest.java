package coop.parasol.acceptance;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.Constitution.Endpoint;
import coop.parasol.acceptance.Constitution.Right;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every endpoint, every role, own and foreign ids, on the running services with tokens of the real Keycloak: what is
 * allowed is exactly what {@code contracts/constitution.csv} says.
 */
class ConstitutionTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Constitution CONSTITUTION = Constitution.read();
    private static final OwnedResources RESOURCES = new OwnedResources(SYSTEM);
    private static final ColleagueOfProducer COLLEAGUE = new ColleagueOfProducer(SYSTEM);
    private static final Set<Integer> REFUSED = Set.of(401, 403);
    private static final String QUANTITY = "{\"quantity\":{\"value\":\"1\",\"unit\":\"C62\"}}";

    /** Lists of what not every producer has after a season; every other list has something of one's own in it. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "membership GET /exits",
            "membership GET /firm-owners",
            "quality GET /corrective-actions",
            "quality GET /complaints",
            // no week that the season plans for is frozen yet
            "production GET /commitment-counts",
            "pricing GET /advances",
            "production GET /shared-offers",
            "production GET /shared-offers/taken",
            "production GET /handovers",
            "production GET /commitment-proposals",
            "production GET /reliability",
            "production GET /cost-calculations",
            "production GET /machines",
            "distribution GET /forecasts",
            "distribution GET /standing-needs",
            "distribution GET /recall-notices");

    /** Valid bodies for calls on a resource of somebody else, so that only ownership can be the reason for a refusal. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /commitments/{id}", QUANTITY),
            Map.entry("POST /orders/{id}/cancellation", "{\"reason\":\"no longer wanted\"}"),
            Map.entry(
                    "POST /orders/{id}/lines/{line}/reductions",
                    "{\"quantity\":{\"value\":\"1\",\"unit\":\"C62\"},\"reason\":\"too many\"}"),
            Map.entry(
                    "PUT /members/{id}/address",
                    "{\"street\":\"1 Mill Lane\",\"city\":\"Moradabad\",\"country\":\"IN\"}"),
            Map.entry("PUT /members/{id}/bank-account", "{\"iban\":\"DE02120300000000202051\"}"),
            Map.entry(
                    "POST /members/{id}/tax-registrations",
                    "{\"scheme\":\"NONE\",\"country\":\"IN\",\"validFrom\":\"2099-04-01\"}"),
            Map.entry("PUT /members/{id}/name", "{\"name\":\"Another\"}"),
            Map.entry("PUT /members/{id}/email", "{\"email\":\"another@example.org\"}"),
            Map.entry("POST /members/{id}/people", "{\"email\":\"another@example.org\",\"name\":\"Another\"}"),
            Map.entry("PUT /exits/{id}/goods", "{\"goods\":[]}"),
            Map.entry("POST /batches/{id}/rework", "{\"description\":\"polished again\"}"),
            Map.entry(
                    "POST /batches/{id}/sorting",
                    "{\"good\":{\"value\":\"1\",\"unit\":\"C62\"},\"description\":\"by hand\"}"),
            Map.entry("POST /batches/{id}/scrapping", "{\"reason\":\"cracked\"}"),
            Map.entry(
                    "POST /batches/{id}/corrections",
                    "{\"quantity\":{\"value\":\"1\",\"unit\":\"C62\"},\"madeOn\":\"2026-11-20\",\"route\":\"by hand\"}"));

    @Test
    void the_access_matrix_lists_exactly_the_served_endpoints() {
        Set<String> served = new TreeSet<>();
        for (String service : ArchitectureRules.SERVICES) {
            Map<String, Map<String, Object>> paths = RestAssured.given()
                    .accept("application/json")
                    .get(SYSTEM.managementUrl(service) + "/q/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("paths");
            paths.forEach((path, methods) -> methods.keySet().stream()
                    .filter(method ->
                            Set.of("get", "post", "put", "delete", "patch").contains(method))
                    .forEach(method -> served.add(service + " " + method.toUpperCase(Locale.ROOT) + " "
                            + path.replaceAll("\\{\\w+}", "{}"))));
        }

        assertThat(CONSTITUTION.endpoints().stream()
                        .map(endpoint -> endpoint.toString().replaceAll("\\{\\w+}", "{}")))
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> without_a_token_only_public_endpoints_answer() {
        return CONSTITUTION.endpoints().stream()
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    int status = call(RestAssured.given(), endpoint, someId(endpoint), "{}")
                            .statusCode();

                    assertThat(status == 401).as("status " + status).isEqualTo(!endpoint.isPublic());
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_role_without_the_right_is_refused() {
        return each(Right.NONE)
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    Response answer = call(SYSTEM.as(cell.role()), cell.endpoint(), someId(cell.endpoint()), "{}");

                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
                    assertThat(answer.contentType()).isEqualTo("application/problem+json");
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_role_with_the_right_is_not_refused() {
        return each(Right.ALL)
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    Response answer = call(SYSTEM.as(cell.role()), cell.endpoint(), someId(cell.endpoint()), "{}");

                    assertThat(answer.statusCode())
                            .as(answer.asString())
                            .isNotIn(REFUSED)
                            .isLessThan(500);
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_resource_of_another_owner_is_refused() {
        return each(Right.OWN)
                .filter(cell -> OwnedResources.areOwned(cell.endpoint().resource()))
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    String foreign = RESOURCES.notOf(cell.endpoint().resource(), SYSTEM.ownId(cell.role()));
                    String body = BODIES.getOrDefault(cell.endpoint().call(), "{}");

                    Response answer = call(SYSTEM.as(cell.role()), cell.endpoint(), foreign, body);

                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("not-yours");
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> an_own_resource_is_shown() {
        return each(Right.OWN)
                .filter(cell -> cell.endpoint().method().equals("GET"))
                .filter(cell -> OwnedResources.areOwned(cell.endpoint().resource()))
                .flatMap(cell -> RESOURCES.of(cell.endpoint().resource(), SYSTEM.ownId(cell.role())).stream()
                        .map(id -> DynamicTest.dynamicTest(cell.toString(), () -> {
                            Response answer = call(SYSTEM.as(cell.role()), cell.endpoint(), id, "");

                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isEqualTo(200);
                        })));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_list_shows_own_resources_only() {
        return each(Right.OWN)
                .filter(cell -> cell.endpoint().method().equals("GET"))
                .filter(cell -> !cell.endpoint().path().contains("{"))
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> {
                    Response answer = call(SYSTEM.as(cell.role()), cell.endpoint(), "", "");
                    JsonPath page = answer.jsonPath();
                    List<String> owners = page.getList("items." + OwnedResources.ownerField(cell.role()));

                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                    assertThat(owners).as(answer.asString()).allMatch(SYSTEM.ownId(cell.role())::equals);
                    if (!MAY_BE_EMPTY.contains(cell.endpoint().toString())) {
                        assertThat(owners).isNotEmpty();
                    }
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_colleague_of_a_member_is_refused_what_the_member_decides_by_its_own_account() {
        return CONSTITUTION.endpoints().stream()
                .filter(Endpoint::isOwnerOnly)
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Response answer = call(COLLEAGUE.call(), endpoint, SYSTEM.ownId("producer"), "{}");

                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("own-account-only");
                }));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> a_colleague_of_a_member_may_do_everything_else_that_the_member_may() {
        return CONSTITUTION.endpoints().stream()
                .filter(endpoint -> !endpoint.isOwnerOnly())
                .filter(endpoint -> endpoint.right("producer") == Right.ALL
                        || (endpoint.right("producer") == Right.OWN
                                && endpoint.method().equals("GET")
                                && !endpoint.path().contains("{")))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    Response answer = call(COLLEAGUE.call(), endpoint, someId(endpoint), "{}");

                    assertThat(answer.statusCode())
                            .as(answer.asString())
                            .isNotIn(REFUSED)
                            .isLessThan(500);
                }));
    }

    @Test
    void a_partner_cannot_order_for_another() {
        String another = RESOURCES.notOf("partner", SYSTEM.ownId("partner"));
        String order = "{\"partnerId\":\"" + another + "\",\"reference\":\"PO-1\",\"lines\":[{\"product\":\"ANY\","
                + "\"quantity\":{\"value\":\"1\",\"unit\":\"C62\"}}]}";

        Response answer = SYSTEM.as("partner")
                .contentType("application/json")
                .body(order)
                .post(SYSTEM.url("distribution") + "/orders");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
    }

    private record Cell(Endpoint endpoint, String role) {
        @Override
        public String toString() {
            return role + ": " + endpoint;
        }
    }

    private static Stream<Cell> each(Right right) {
        return CONSTITUTION.endpoints().stream()
                .flatMap(endpoint -> Constitution.ROLES.stream()
                        .filter(role -> endpoint.right(role) == right)
                        .map(role -> new Cell(endpoint, role)));
    }

    /** An id that names nothing; a product's code where a product is meant. */
    private static String someId(Endpoint endpoint) {
        return endpoint.resource().equals("product")
                ? "NO-SUCH-PRODUCT"
                : UUID.randomUUID().toString();
    }

    private static Response call(RequestSpecification as, Endpoint endpoint, String id, String body) {
        String path = endpoint.path()
                .replace("{period}", "2026-W48")
                .replace("{account}", "POOL_PAYABLE")
                .replace("{year}", Year.now(ZoneOffset.UTC).toString())
                .replace("{entry}", "999999999")
                .replace("{line}", "1")
                .replaceAll("\\{\\w+}", id);
        as.header("If-Match", "*");
        String type = endpoint.bodyType();
        RequestSpecification request = endpoint.hasBody()
                ? as.config(RestAssured.config()
                                .encoderConfig(encoderConfig()
                                        .encodeContentTypeAs(type, ContentType.TEXT)
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                        .contentType(type)
                        .body(body)
                : as;
        return request.request(endpoint.method(), SYSTEM.url(endpoint.service()) + path);
    }
}
