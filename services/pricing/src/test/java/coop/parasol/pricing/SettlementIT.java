package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pools from the partners' payments to the producers' payout statements, over REST and on Kafka. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class SettlementIT extends PricingDesk {

    private static final Period WEEK = Period.parse("2026-W48");

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void a_pool_is_settled_by_two_persons_and_every_producer_gets_a_payout_statement() {
        differential(0.9);
        pay(goods("A", first, 400, "4000.00"), goods("B", second, 300, "3000.00"), goods("A", null, 5, "60.00"));
        pay(goods("A", UUID.randomUUID(), 300, "3000.00"));
        String settlement = awaitDraft("10000.00", "0.00");

        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));
        draftedByAnotherPerson("settlement", settlement);
        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(200);
        PayoutStatedV2 stated =
                events.await(PayoutStatedV2.class, event -> event.memberId().equals(second));
        PoolSettledV2 pool =
                events.await(PoolSettledV2.class, event -> event.product().equals(product));

        assertThat(stated.payable()).isEqualTo(Money.of("2449.48", "INR"));
        assertThat(stated.salesValue()).isEqualTo(Money.of("3000.00", "INR"));
        assertThat(pool.carryOut()).isEqualTo(Money.of("0.02", "INR"));
        assertThat(pool.producers()).isEqualTo(3);
        assertThat(pool.settlementId()).hasToString(settlement);
        assertThat(given().get("/statements/" + pool.poolId()).jsonPath().getList("items.memberId"))
                .hasSize(3);
        assertThat(draftSettlement("0.00").jsonPath().getString("code")).isEqualTo("nothing-to-settle");
    }

    @Test
    void a_draft_is_refused_once_another_payment_is_received() {
        pay(goods("A", first, 10, "100.00"));
        String settlement = awaitDraft("100.00", "0.00");
        draftedByAnotherPerson("settlement", settlement);
        pay(goods("A", first, 1, "10.00"));
        Awaitility.await().atMost(Events.PATIENCE).until(() -> receipts() == 2);

        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("receipts-changed"));
        assertThat(awaitDraft("110.00", "0.00")).isNotEqualTo(settlement);
    }

    @Test
    void a_draft_is_refused_once_a_grade_differential_has_changed() {
        differential(0.9);
        pay(goods("A", first, 10, "100.00"), goods("B", second, 10, "90.00"));
        String settlement = awaitDraft("190.00", "0.00");
        draftedByAnotherPerson("settlement", settlement);
        differential(0.5);

        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("division-changed"));
    }

    @Test
    void what_the_second_person_has_seen_is_what_is_paid() {
        differential(0.5);
        pay(goods("A", first, 10, "100.00"), goods("B", second, 10, "90.00"));
        String settlement = awaitDraft("190.00", "0.00");
        draftedByAnotherPerson("settlement", settlement);
        String shown = payouts(settlement);
        assertThat(shown).contains("gross");

        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(200);

        assertThat(payouts(settlement)).isEqualTo(shown);
    }

    @Test
    void a_list_of_settlements_shows_no_payouts() {
        pay(goods("A", first, 10, "100.00"));
        String settlement = awaitDraft("100.00", "0.00");

        given().get("/settlements?limit=200")
                .then()
                .body("items.find { it.settlementId == '" + settlement + "' }.payouts", hasSize(0))
                .body("items.find { it.settlementId == '" + settlement + "' }.state", equalTo("DRAFT"));
    }

    @Test
    void a_draft_and_an_approval_at_once_do_not_wait_for_each_other() throws Exception {
        pay(goods("A", first, 10, "100.00"));
        String settlement = awaitDraft("100.00", "0.00");
        for (int i = 0; i < 10; i++) {
            String draft = settlement;
            draftedByAnotherPerson("settlement", draft);
            execute("update settlement set receipts = receipts + 1, carry_out = carry_out + 1 where id = '" + draft
                    + "'");
            Callable<Integer> approval = () -> given().contentType("application/json")
                    .post("/settlements/" + draft + "/approval")
                    .statusCode();
            Callable<Integer> drafting = () -> draftSettlement("0.00").statusCode();
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> answers = two.invokeAll(List.of(approval, drafting));

                assertThat(answers.get(0).get()).isIn(404, 409);
                assertThat(answers.get(1).get()).isEqualTo(201);
            }
            settlement = awaitDraft("100.00", "0.00");
        }
    }

    @Test
    void a_payment_delivered_twice_is_one_receipt_and_goods_that_the_firm_had_bought_in_are_none() {
        PaymentReceived payment = payment(goods("A", first, 10, "100.00"));
        Envelope envelope = events.publish(payment);
        events.publish(payment, envelope);
        pay(goods("A", null, 5, "50.00"));

        assertThat(awaitDraft("100.00", "0.00")).isNotEmpty();
    }

    @Test
    void of_two_approvals_at_once_only_one_settles_the_pool() throws Exception {
        pay(goods("A", first, 10, "100.00"));
        String settlement = awaitDraft("100.00", "0.00");
        draftedByAnotherPerson("settlement", settlement);
        Callable<Integer> approval = () -> given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .statusCode();

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(approval, approval));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        events.await(PoolSettledV2.class, event -> event.product().equals(product));
        assertThat(events.all(PoolSettledV2.class, event -> event.product().equals(product)))
                .hasSize(1);
    }

    private static String payouts(String settlement) {
        return given().get("/settlements/" + settlement).jsonPath().getString("payouts.sort { it.memberId }");
    }

    private void differential(double factor) {
        String body = prices(product, "A", "10.00").strip();
        String list = given().contentType("application/json")
                .body(body.substring(0, body.length() - 1)
                        + ", \"differentials\": [{\"product\": \"%s\", \"grade\": \"B\", \"factor\": %s}]}"
                                .formatted(product, factor))
                .post("/price-lists")
                .jsonPath()
                .getString("priceListId");
        approvePriceList(list);
    }

    private Response draftSettlement(String costs) {
        return given().contentType("application/json")
                .body("""
                        {"product": "%s", "period": "%s", "costs": [%s]}
                        """.formatted(product, WEEK, costs.equals("0.00") ? "" : cost(costs)))
                .post("/settlements");
    }

    /** The draft that has these receipts; their events may still be on the way. */
    private String awaitDraft(String receipts, String costs) {
        return Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(
                        () -> draftSettlement(costs),
                        draft -> receipts.equals(draft.jsonPath().getString("receipts.amount")))
                .jsonPath()
                .getString("settlementId");
    }

    private static String cost(String amount) {
        return """
                {"description": "Freight", "evidence": "BILL-17", "amount": {"amount": "%s", "currency": "INR"}}
                """.formatted(amount);
    }

    private long receipts() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.createQuery("select count(*) from accepted_goods where product = :product")
                                .bind("product", product)
                                .mapTo(Long.class)
                                .one()));
    }

    private void pay(PaidGoods... goods) {
        events.publish(payment(goods));
    }

    private static PaymentReceived payment(PaidGoods... goods) {
        Money amount = List.of(goods).stream()
                .map(PaidGoods::amount)
                .reduce(Money::plus)
                .orElseThrow();
        return new PaymentReceived(
                UUID.randomUUID(), UUID.randomUUID(), amount, List.of(goods), WEEK, "UTR-1", Instant.now());
    }

    private PaidGoods goods(String grade, @Nullable UUID member, long quantity, String paid) {
        return new PaidGoods(
                product, grade, UUID.randomUUID(), member, Quantity.of(quantity, "C62"), Money.of(paid, "INR"));
    }
}
