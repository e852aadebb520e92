package coop.parasol.distribution.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.UseCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Less of a line over REST: by whom, what it is refused for, and what it would cost. */
@QuarkusTest
class ReductionsRestTest {

    private static final String PARTNER = "0198c000-0000-7000-8000-0000000000f2";
    private static final UUID PARTNER_ID = UUID.fromString(PARTNER);

    @Inject
    UseCases useCases;

    private String product = "";

    @BeforeEach
    void a_partner_and_goods_with_breaks() {
        useCases.execute(
                "insert into partner (partner_id, name, country, tier, credit_limit) values (?::uuid, 'Bazaar', 'IN',"
                        + " 'RETAIL', 100000000) on conflict do nothing",
                PARTNER);
        product = useCases.product(UnitPrice.of("12.00", "INR", 1));
        useCases.price(product, 100, UnitPrice.of("11.115", "INR", 1));
    }

    @Test
    @TestSecurity(user = "bazaar", roles = "partner")
    @OidcSecurity(claims = @Claim(key = "partner_id", value = PARTNER))
    void a_partner_sees_what_less_costs_and_reduces_its_line_once() {
        Order order = useCases.order(PARTNER_ID, product, 150);
        Response rest = given().queryParam("quantity", "99").get(line(order) + "/price-of-rest");
        assertThat(rest.jsonPath().getString("unitPriceOfRest.amount")).isEqualTo("12.00");
        assertThat(rest.jsonPath().getString("amount.amount")).isEqualTo("1667.25");
        assertThat(rest.jsonPath().getString("amountOfRest.amount")).isEqualTo("1188.00");
        assertThat(rest.jsonPath().getString("debit.amount")).isEqualTo("0.00");
        assertThat(given().get("/orders/" + order.orderId() + "/price-of-rest")
                        .jsonPath()
                        .getString("lines[0].rest.value"))
                .isEqualTo("0");

        String key = UUID.randomUUID().toString();
        Response reduced = post(line(order) + "/reductions", key, "99", "C62");
        Response again = post(line(order) + "/reductions", key, "99", "C62");

        assertThat(reduced.statusCode()).as(reduced.asString()).isEqualTo(200);
        assertThat(reduced.jsonPath().getString("lines[0].amount.amount")).isEqualTo("1188.00");
        assertThat(reduced.jsonPath().getString("lines[0].cancelled.value")).isEqualTo("51");
        assertThat(again.asString()).isEqualTo(reduced.asString());
    }

    @Test
    @TestSecurity(user = "bazaar", roles = "partner")
    @OidcSecurity(claims = @Claim(key = "partner_id", value = PARTNER))
    void what_cannot_be_is_refused_in_words() {
        Order order = useCases.order(PARTNER_ID, product, 10);
        String reductions = line(order) + "/reductions";

        assertThat(code(post(reductions, "10", "C62"))).isEqualTo("409 not-less");
        assertThat(code(post(reductions, "11", "C62"))).isEqualTo("409 not-less");
        assertThat(code(post(reductions, "1", "KGM"))).isEqualTo("422 wrong-unit");
        assertThat(post(reductions, "-1", "C62").statusCode()).isEqualTo(422);
        assertThat(post("/orders/" + order.orderId() + "/lines/2/reductions", "1", "C62")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/orders/" + UUID.randomUUID() + "/lines/1/reductions", "1", "C62")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @TestSecurity(user = "bazaar", roles = "partner")
    @OidcSecurity(claims = @Claim(key = "partner_id", value = PARTNER))
    void a_partner_can_neither_reduce_anothers_order_nor_make_the_firms_cause_its_own() {
        UUID another = useCases.partner("1000000.00");
        Order foreign = useCases.order(another, product, 10);
        Order own = useCases.order(PARTNER_ID, product, 150);

        assertThat(post(line(foreign) + "/reductions", "1", "C62").statusCode()).isEqualTo(403);
        assertThat(given().get(line(foreign) + "/price-of-rest").statusCode()).isEqualTo(403);
        assertThat(post(line(own) + "/shortfalls", "99", "C62").statusCode()).isEqualTo(403);
        assertThat(given().contentType("application/json")
                        .body(
                                "{\"quantity\": {\"value\": \"99\", \"unit\": \"C62\"}, \"reason\": \"x\", \"cause\": \"FIRM\"}")
                        .post(line(own) + "/reductions")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(useCases.find(own.orderId()).lines().getFirst().cancelled()).isZero();
    }

    @Test
    @TestSecurity(user = "leela", roles = "logistics-desk")
    void the_desk_says_that_the_firm_delivers_less_and_the_price_stays() {
        Order order = useCases.order(PARTNER_ID, product, 150);

        Response less = post(line(order) + "/shortfalls", "99", "C62");

        assertThat(less.jsonPath().getString("lines[0].unitPrice.amount")).isEqualTo("11.115");
        assertThat(less.jsonPath().getString("lines[0].fallenShort.value")).isEqualTo("51");
        assertThat(given().get("/orders/" + order.orderId()).jsonPath().getString("reductions[0].cause"))
                .isEqualTo("FIRM");
    }

    /** 150 at 11.115; 99 at the price of less than 100. */
    @Test
    @TestSecurity(user = "leela", roles = "logistics-desk")
    void a_desk_transcribes_what_the_partner_wants_by_its_reference_and_both_are_on_record() {
        Order order = useCases.order(PARTNER_ID, product, 150);
        String reductions = line(order) + "/reductions";

        assertThat(code(post(reductions, "99", "C62"))).isEqualTo("422 not-null");
        Response less = transcribe(reductions, "99", "CALL-7");

        assertThat(less.statusCode()).as(less.asString()).isEqualTo(200);
        assertThat(less.jsonPath().getString("lines[0].unitPrice.amount")).isEqualTo("12.00");
        assertThat(less.jsonPath().getString("lines[0].fallenShort.value")).isEqualTo("0");
        JsonPath shown = given().get("/orders/" + order.orderId()).jsonPath();
        assertThat(shown.getList("reductions")).hasSize(1);
        assertThat(shown.getMap("reductions[0]"))
                .containsEntry("line", 1)
                .containsEntry("cause", "PARTNER")
                .containsEntry("transcribed", true)
                .containsEntry("partnerReference", "CALL-7")
                .containsEntry("reason", "too many")
                .containsEntry("enteredBy", "leela");
        assertThat(shown.getString("reductions[0].wanted.value")).isEqualTo("99");
        assertThat(useCases.number("""
                        select count(*) from (select type, payload from outbox union all select type, payload from sent_event) e
                         where type like '%OrderLineReduced.v1' and cast(payload as jsonb) ->> 'orderId' = ?
                           and cast(payload as jsonb) ->> 'transcribed' = 'true'
                           and cast(payload as jsonb) -> 'wantedBefore' ->> 'value' = '150'
                        """, order.orderId().toString())).isEqualByComparingTo("1");
    }

    @Test
    @TestSecurity(
            user = "bazaar",
            roles = {"partner", "logistics-desk"})
    @OidcSecurity(claims = @Claim(key = "partner_id", value = PARTNER))
    void who_acts_for_the_partner_transcribes_nothing() {
        Order order = useCases.order(PARTNER_ID, product, 150);

        assertThat(post(line(order) + "/reductions", "99", "C62").statusCode()).isEqualTo(200);
        assertThat(given().get("/orders/" + order.orderId()).jsonPath().getBoolean("reductions[0].transcribed"))
                .isFalse();
    }

    private static String line(Order order) {
        return "/orders/" + order.orderId() + "/lines/1";
    }

    private static String code(Response answer) {
        String code = answer.jsonPath().getString("code");
        return answer.statusCode() + " " + (code == null ? answer.jsonPath().getString("errors[0].code") : code);
    }

    private static Response transcribe(String path, String quantity, String reference) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"quantity": {"value": "%s", "unit": "C62"}, "reason": "too many", "partnerReference": "%s"}
                        """.formatted(quantity, reference))
                .post(path);
    }

    private static Response post(String path, String quantity, String unit) {
        return post(path, UUID.randomUUID().toString(), quantity, unit);
    }

    private static Response post(String path, String key, String quantity, String unit) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"quantity\": {\"value\": \"%s\", \"unit\": \"%s\"}, \"reason\": \"too many\"}"
                        .formatted(quantity, unit))
                .post(path);
    }
}
