package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PoolClosingEvent.PoolClosed;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pool is closed finally, and what partners pay for its goods afterwards is in the product's next settlement. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class PoolClosingIT extends PricingDesk {

    private static final Period WEEK = Period.parse("2026-W47");
    private static final Period NEXT = Period.parse("2026-W48");

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final AcceptedGoods ofFirst = goods(first, 100, "1000.00");
    private final AcceptedGoods ofSecond = goods(second, 100, "1000.00");

    @Test
    void a_pool_is_closed_by_two_persons_and_its_late_money_is_in_the_next_settlement() {
        UUID invoice = invoice(WEEK, ofFirst, ofSecond);
        pay(invoice, "500.00");
        String pool = awaitDraft(WEEK, "receipts.amount", "500.00");
        settle(pool);

        String closing = close();
        waits(pool, null);
        PoolClosed closed =
                events.await(PoolClosed.class, event -> event.product().equals(product));
        assertThat(closed.closingId()).hasToString(closing);
        assertThat(closed.total().payouts()).isEqualTo(Money.of("440.00", "INR"));

        pay(invoice, "1500.00");
        waits(pool, "1500.00");
        given().get("/settlements/" + pool)
                .then()
                .body("waiting.payouts.amount", equalTo("1320.00"))
                .body("waiting.charges.amount", equalTo("0.00"));
        draft(WEEK).then().statusCode(409).body("code", equalTo("pool-closed"));
        pay(invoice(NEXT, goods(first, 10, "100.00")), "100.00");
        String settlement = awaitDraft(NEXT, "late.receipts.amount", "[1500.00]");
        given().get("/settlements/" + settlement)
                .then()
                .body("receipts.amount", equalTo("100.00"))
                .body("late[0].poolId", equalTo(closed.poolId().toString()))
                .body("payouts.find { it.memberId == '" + second + "' }.payable.amount", equalTo("660.00"));
        settle(settlement);

        PoolSettledV2 settled = events.await(
                PoolSettledV2.class, event -> event.settlementId().toString().equals(settlement));
        assertThat(settled.receipts()).isEqualTo(Money.of("1600.00", "INR"));
        assertThat(settled.margin()).isEqualTo(Money.of("192.00", "INR"));
        assertThat(settled.payouts().plus(settled.carryOut()).minus(settled.carryIn()))
                .isEqualTo(settled.receipts().minus(settled.margin()));
        assertThat(Objects.requireNonNull(settled.total()).receipts()).isEqualTo(Money.of("100.00", "INR"));
        PayoutStatedV2 late = statement(settlement, second);
        assertThat(late.lines()).isEmpty();
        assertThat(late.gross()).isEqualTo(Money.of("660.00", "INR"));
        assertThat(late.salesValue()).isEqualTo(Money.of("750.00", "INR"));
        assertThat(Objects.requireNonNull(late.late())).singleElement().satisfies((LatePart part) -> {
            assertThat(part.period()).isEqualTo(WEEK);
            assertThat(part.paidBefore()).isEqualTo(Money.of("220.00", "INR"));
        });
        assertThat(statement(settlement, first).payable()).isEqualTo(Money.of("748.00", "INR"));
        assertThat(given().get("/statements/" + settlement + "/members/" + second + ".csv")
                        .asString())
                .contains("late-pool,pool," + closed.poolId(), "result,gross-of-closed-pools,,,,,,,660.00,INR");
        draft(NEXT).then().statusCode(409).body("code", equalTo("nothing-to-settle"));
        waits(pool, null);
    }

    /** What the page of a closed pool says of its late money, which may still be on the way. */
    private static void waits(String settlement, @Nullable String receipts) {
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .untilAsserted(() -> assertThat(given().get("/settlements/" + settlement)
                                .jsonPath()
                                .<String>get("waiting.receipts.amount"))
                        .isEqualTo(receipts));
    }

    @Test
    void a_recall_of_goods_of_a_closed_pool_is_charged_by_the_next_settlement_to_their_producer_alone() {
        pay(invoice(WEEK, ofFirst, ofSecond), "2000.00");
        settle(awaitDraft(WEEK, "receipts.amount", "2000.00"));
        close();

        events.publish(new BatchRecalled(
                ofSecond.batchId(),
                "PC-1",
                second,
                product,
                "L-1",
                UUID.randomUUID(),
                RecallClass.I,
                "sharp",
                Instant.now()));
        pay(invoice(NEXT, goods(first, 10, "100.00")), "100.00");
        String settlement = awaitDraft(NEXT, "late.charges.amount", "[880.00]");
        settle(settlement);

        PayoutStatedV2 charged = statement(settlement, second);
        assertThat(charged.charged()).isEqualTo(Money.of("880.00", "INR"));
        assertThat(charged.salesValue()).isEqualTo(Money.of("-1000.00", "INR"));
        assertThat(statement(settlement, first).gross()).isEqualTo(Money.of("88.00", "INR"));
    }

    @Test
    void only_a_settled_pool_without_a_supplement_that_is_due_can_be_closed_and_a_proposal_can_be_withdrawn() {
        propose().then().statusCode(409).body("code", equalTo("pool-not-settled"));
        UUID invoice = invoice(WEEK, ofFirst, ofSecond);
        pay(invoice, "500.00");
        settle(awaitDraft(WEEK, "receipts.amount", "500.00"));
        String proposed = propose().then().statusCode(201).extract().path("closingId");
        propose().then().statusCode(409).body("code", equalTo("closing-proposed"));

        pay(invoice, "700.00");
        String supplement = awaitDraft(WEEK, "receipts.amount", "1200.00");
        closingByAnotherPerson(proposed);
        approve(proposed).then().statusCode(409).body("code", equalTo("supplement-drafted"));
        execute("delete from settlement where id = '" + supplement + "'");
        approve(proposed).then().statusCode(409).body("code", equalTo("supplement-due"));
        given().delete("/pool-closings/" + proposed).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        given().delete("/pool-closings/" + proposed).then().statusCode(409).body("code", equalTo("not-proposed"));
        approve(proposed).then().statusCode(409).body("code", equalTo("not-proposed"));
        propose().then().statusCode(409).body("code", equalTo("supplement-due"));

        settle(awaitDraft(WEEK, "receipts.amount", "1200.00"));
        String closing = close();
        given().get("/pool-closings?state=CLOSED").then().body("items.closingId", hasItem(closing));
        given().get("/pool-closings/" + closing).then().body("approvedBy", equalTo("priya"));
        given().get("/pool-closings/" + UUID.randomUUID()).then().statusCode(404);
        approve(UUID.randomUUID().toString()).then().statusCode(404);
        propose().then().statusCode(409).body("code", equalTo("pool-closed"));
    }

    /** Closes the pool of the week; one user of the test plays both persons. */
    private String close() {
        String closing = propose().then().statusCode(201).extract().path("closingId");
        approve(closing).then().statusCode(403).body("code", equalTo("same-person"));
        closingByAnotherPerson(closing);
        approve(closing).then().statusCode(200).body("state", equalTo("CLOSED"));
        return closing;
    }

    private void closingByAnotherPerson(String closing) {
        execute("update pool_closing set proposed_by = 'pavan' where id = '" + closing + "'");
    }

    private Response propose() {
        return given().contentType("application/json")
                .body("{\"product\": \"%s\", \"period\": \"%s\"}".formatted(product, WEEK))
                .post("/pool-closings");
    }

    private static Response approve(String closing) {
        return given().contentType("application/json").post("/pool-closings/" + closing + "/approval");
    }

    private PayoutStatedV2 statement(String settlement, UUID member) {
        return events.await(
                PayoutStatedV2.class,
                event -> event.settlementId().toString().equals(settlement)
                        && event.memberId().equals(member));
    }

    private void settle(String settlement) {
        draftedByAnotherPerson("settlement", settlement);
        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(200);
    }

    private Response draft(Period week) {
        return given().contentType("application/json")
                .body("{\"product\": \"%s\", \"period\": \"%s\"}".formatted(product, week))
                .post("/settlements");
    }

    /** The draft that says this; its events may still be on the way. */
    private String awaitDraft(Period week, String path, String expected) {
        return Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(
                        () -> draft(week),
                        draft -> expected.equals(String.valueOf(draft.jsonPath().<Object>get(path))))
                .jsonPath()
                .getString("settlementId");
    }

    private UUID invoice(Period week, AcceptedGoods... goods) {
        UUID id = UUID.randomUUID();
        Money total = List.of(goods).stream()
                .map(AcceptedGoods::amount)
                .reduce(Money::plus)
                .orElseThrow();
        events.publish(new InvoiceIssued(
                id, "INV-1", UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), total, List.of(goods), week));
        return id;
    }

    private void pay(UUID invoice, String amount) {
        events.publish(new PaymentReceived(
                invoice, UUID.randomUUID(), Money.of(amount, "INR"), List.of(), NEXT, "UTR-1", Instant.now()));
    }

    private AcceptedGoods goods(UUID member, long quantity, String amount) {
        return new AcceptedGoods(
                product, "A", UUID.randomUUID(), member, Quantity.of(quantity, "C62"), Money.of(amount, "INR"), null);
    }
}
