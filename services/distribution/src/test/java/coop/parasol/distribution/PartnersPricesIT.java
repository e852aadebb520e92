package coop.parasol.distribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PricePublished;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.distribution.order.Order;
import coop.parasol.distribution.partner.RegisterPartner;
import coop.parasol.distribution.pricelist.OnPricePublished;
import coop.parasol.distribution.product.OnStandardPublished;
import coop.parasol.testing.Standards;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two partners of two tiers, one of them in a group and one with an agreement, see nothing of each other's prices anywhere. */
@QuarkusTest
class PartnersPricesIT {

    private static final String BAZAAR = "0193b3a0-0000-7000-8000-00000000ba2a";
    private static final String HANSA = "0193b3a0-0000-7000-8000-00000000aa5a";

    @Inject
    OnStandardPublished onStandardPublished;

    @Inject
    OnPricePublished onPricePublished;

    @Inject
    RegisterPartner registerPartner;

    @Inject
    UseCases useCases;

    private final String product = "LAMP-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void prices_are_published() {
        QuarkusTransaction.requiringNew().run(() -> {
            onStandardPublished.on(Standards.ofPieces(product, "Lamp", List.of("A"), null), UseCases.envelope());
            partner(BAZAAR, "RETAIL", "NORTHERN-CHAIN");
            partner(HANSA, "EXPORT", null);
            price("RETAIL", null, null, 1, "10.1111");
            price("EXPORT", null, null, 10, "20.2222");
            price(null, "NORTHERN-CHAIN", null, 100, "30.3333");
            price(null, null, HANSA, 100, "40.4444");
        });
    }

    @Test
    @TestSecurity(user = "buyer-of-bazaar", roles = "partner")
    @OidcSecurity(claims = @Claim(key = "partner_id", value = BAZAAR))
    void a_partner_of_one_tier_sees_its_own_prices_and_its_groups_only() {
        assertThat(priced(catalogue(""))).containsExactlyInAnyOrder("10.1111", "30.3333");
        assertThat(priced(catalogue("?tier=RETAIL"))).containsExactly("10.1111");
        assertThat(priced(catalogue("?tier=EXPORT"))).isEmpty();
        assertThat(order(BAZAAR, 100).jsonPath().getString("lines[0].unitPrice.amount"))
                .isEqualTo("30.3333");
        assertRefusalsSayNothingOf(useCases.order(UUID.fromString(HANSA), product, 100), BAZAAR, "20.2222", "40.4444");
        assertNothingSays("20.2222", "40.4444", "EXPORT", HANSA);
    }

    @Test
    @TestSecurity(user = "buyer-of-hansa", roles = "partner")
    @OidcSecurity(claims = @Claim(key = "partner_id", value = HANSA))
    void a_partner_of_another_tier_sees_its_own_prices_and_what_was_agreed_with_it_only() {
        assertThat(priced(catalogue(""))).containsExactlyInAnyOrder("20.2222", "40.4444");
        Response few = order(HANSA, 9);
        assertThat(few.jsonPath().getString("refusal.reason"))
                .isEqualTo("Line 1: 9 C62 of " + product
                        + " in grade A are too few; the least quantity is 10 C62, at 20.2222 INR");
        assertThat(order(HANSA, 100).jsonPath().getString("lines[0].unitPrice.amount"))
                .isEqualTo("40.4444");
        assertRefusalsSayNothingOf(useCases.order(UUID.fromString(BAZAAR), product, 100), HANSA, "10.1111", "30.3333");
        assertNothingSays("10.1111", "30.3333", "RETAIL", "NORTHERN-CHAIN", BAZAAR);
    }

    @Test
    @TestSecurity(user = "producer", roles = "producer")
    void a_producer_sees_what_is_for_whole_tiers() {
        assertThat(priced(catalogue(""))).containsExactlyInAnyOrder("10.1111", "20.2222");
    }

    @Test
    @TestSecurity(user = "leela", roles = "logistics-desk")
    void a_desk_sees_all() {
        assertThat(priced(catalogue(""))).containsExactlyInAnyOrder("10.1111", "20.2222", "30.3333", "40.4444");
    }

    /** Another partner's order, whatever is asked of it, and own orders that are refused: they name no price of another's. */
    private void assertRefusalsSayNothingOf(Order foreign, String own, String... prices) {
        String address = "/orders/" + foreign.orderId();
        List<Response> refused = List.of(
                given().get(address),
                given().get(address + "/price-of-rest"),
                given().queryParam("quantity", "1").get(address + "/lines/1/price-of-rest"),
                post(address + "/lines/1/reductions", "{\"quantity\": {\"value\": \"1\", \"unit\": \"C62\"}}"),
                post(address + "/cancellation", "{}"));
        assertThat(refused).allMatch(answer -> answer.statusCode() >= 403 && answer.statusCode() < 500);
        List<Response> ownRefused = List.of(order(own, 0), order(own, 10_000_000), orderOf(own, "B", 100));
        for (Response answer :
                List.of(refused, ownRefused).stream().flatMap(List::stream).toList()) {
            assertThat(prices).noneMatch(price -> answer.asString().contains(price));
        }
    }

    private Response post(String path, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    private Response orderOf(String partner, String grade, long quantity) {
        return post("/orders", """
                {"partnerId": "%s", "reference": "PO-%s", "lines":
                 [{"product": "%s", "grade": "%s", "quantity": {"value": "%d", "unit": "C62"}}]}
                """.formatted(partner, UUID.randomUUID(), product, grade, quantity));
    }

    /** Whatever a partner can read, and what it is told when it asks for another's. */
    private void assertNothingSays(String... secrets) {
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/catalogue/" + product,
                "/catalogue?limit=200",
                "/orders?limit=200",
                "/shipments?limit=200",
                "/invoices?limit=200",
                "/forecasts",
                "/standing-needs",
                "/recall-notices",
                "/stock?product=" + product,
                "/partners")) {
            answers.add(path + ": " + given().get(path).asString());
        }
        for (String other : List.of(BAZAAR, HANSA)) {
            Response answer = given().get("/partners/" + other);
            if (answer.statusCode() != 200) {
                answers.add(answer.asString());
                answers.add(order(other, 100).asString());
                answers.add(given().get("/orders?partnerId=" + other).asString().replace(other, ""));
            }
        }
        for (String secret : secrets) {
            assertThat(answers).noneMatch(answer -> answer.contains(secret));
        }
    }

    private Response catalogue(String query) {
        return given().get("/catalogue/" + product + query);
    }

    private static List<String> priced(Response offer) {
        assertThat(offer.statusCode()).isEqualTo(200);
        return offer.jsonPath().getList("prices.unitPrice.amount");
    }

    private Response order(String partner, long quantity) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"partnerId": "%s", "reference": "PO-%s", "lines":
                         [{"product": "%s", "quantity": {"value": "%d", "unit": "C62"}}]}
                        """.formatted(partner, UUID.randomUUID(), product, quantity))
                .post("/orders");
    }

    private void partner(String id, String tier, @Nullable String group) {
        registerPartner.register(
                new RegisterPartner.PartnerTerms(
                        UUID.fromString(id), "Partner", "IN", tier, group, Money.of("1000000.00", "INR")),
                null,
                UseCases.CAUSE);
    }

    private void price(
            @Nullable String tier, @Nullable String group, @Nullable String partner, long minimum, String amount) {
        onPricePublished.on(
                new PricePublished(
                        UUID.randomUUID(),
                        product,
                        "A",
                        tier,
                        group,
                        partner == null ? null : UUID.fromString(partner),
                        Quantity.of(minimum, "C62"),
                        UnitPrice.of(amount, "INR", 1),
                        Instant.now().minusSeconds(1),
                        null),
                UseCases.envelope());
    }
}
