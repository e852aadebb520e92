package coop.parasol.pricing;

import static io.restassured.RestAssured.given;

import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Envelope;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What happens before a producer gets an advance, and after: told by the services that decide it, and by the pricing desk over REST. */
abstract class AdvanceDesk extends PricingDesk {

    static final Period WEEK = Period.parse("2026-W48");
    static final int LATER_BYLAWS = 1_000_000;

    @Inject
    PoolBylaws bylaws;

    final UUID member = UUID.randomUUID();
    final UUID batch = UUID.randomUUID();
    final UUID commitment = UUID.randomUUID();
    final UUID invoice = UUID.randomUUID();

    @BeforeEach
    void prices_are_published_and_the_bylaws_allow_advances() {
        bylaws(1, "6000", "100000000.00");
        String list = given().contentType("application/json")
                .body("""
                        {"prices": [%s, %s], "newTiers": ["EXPORT"]}
                        """.formatted(price("RETAIL", "10.00"), price("EXPORT", "12.50")))
                .post("/price-lists")
                .jsonPath()
                .getString("priceListId");
        approvePriceList(list);
    }

    @AfterEach
    void the_bylaws_of_the_other_tests_are_in_force() {
        execute("delete from pool_bylaw where bylaws_version >= " + LATER_BYLAWS);
    }

    void bylaws(int version, String maximumRate, String limit) {
        QuarkusTransaction.requiringNew()
                .run(() -> bylaws.change(new BylawsChanged(
                        version,
                        null,
                        Instant.EPOCH,
                        Map.of(
                                "maximumAdvanceRate",
                                maximumRate,
                                "advanceLimit",
                                "{\"amount\":\"%s\",\"currency\":\"INR\"}".formatted(limit)))));
    }

    String price(String tier, String amount) {
        return """
                {"product": "%s", "grade": "A", "tier": "%s", "minimumQuantity": {"value": "1", "unit": "C62"},
                 "unitPrice": {"amount": "%s", "currency": "INR"}}
                """.formatted(product, tier, amount);
    }

    Response propose(int rate) {
        return given().contentType("application/json")
                .body("{\"product\": \"%s\", \"rate\": %d}".formatted(product, rate))
                .post("/advance-rates");
    }

    static Response approve(String rate) {
        return given().contentType("application/json").post("/advance-rates/" + rate + "/approval");
    }

    void approvedRate(int rate) {
        String id = propose(rate).then().statusCode(201).extract().jsonPath().getString("rateId");
        draftedByAnotherPerson("advance_rate", id);
        approve(id).then().statusCode(200);
    }

    void committed(long quantity, long counts) {
        events.publish(new QuantityCommitted(
                commitment, member, product, WEEK, Quantity.of(quantity, "C62"), "lost-wax casting", "A"));
        events.publish(counted(quantity, counts));
    }

    CommitmentCounted counted(long quantity, long counts) {
        return new CommitmentCounted(
                member, product, "A", WEEK, Quantity.of(quantity, "C62"), Quantity.of(counts, "C62"));
    }

    void reported(long quantity) {
        events.publish(new BatchReported(
                batch,
                member,
                product,
                "L-1",
                Quantity.of(quantity, "C62"),
                LocalDate.of(2026, 11, 28),
                null,
                "lost-wax casting",
                commitment,
                Instant.now(),
                null));
    }

    Envelope certified(long quantity) {
        return events.publish(certificate(quantity));
    }

    BatchCertified certificate(long quantity) {
        return new BatchCertified(
                batch,
                "PC-1",
                member,
                product,
                "L-1",
                "BL-1",
                "A",
                Quantity.of(quantity, "C62"),
                null,
                1,
                Instant.now());
    }

    AdvanceGranted granted() {
        return events.await(AdvanceGranted.class, event -> event.memberId().equals(member));
    }

    PayoutStatedV2 stated() {
        return events.await(PayoutStatedV2.class, event -> event.memberId().equals(member));
    }

    String position(String field) {
        return given().get("/advance-positions/" + member)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString(field);
    }

    long waits() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.createQuery("select count(*) from advance_waiting where batch_id = :batch")
                                .bind("batch", batch)
                                .mapTo(Long.class)
                                .one()));
    }

    void invoiced(long quantity, String amount) {
        events.publish(new InvoiceIssued(
                invoice,
                "INV-1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Money.of(amount, "INR"),
                List.of(new AcceptedGoods(
                        product, "A", batch, member, Quantity.of(quantity, "C62"), Money.of(amount, "INR"), null)),
                WEEK));
    }

    void paid(String amount) {
        events.publish(new PaymentReceived(
                invoice, UUID.randomUUID(), Money.of(amount, "INR"), List.of(), WEEK, "UTR-" + amount, Instant.now()));
    }

    void settle(String settlement) {
        draftedByAnotherPerson("settlement", settlement);
        given().contentType("application/json")
                .post("/settlements/" + settlement + "/approval")
                .then()
                .statusCode(200);
    }

    /** The draft that has these receipts; their events may still be on the way. */
    String awaitDraft(String receipts) {
        return Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(
                        () -> given().contentType("application/json")
                                .body("{\"product\": \"%s\", \"period\": \"%s\"}".formatted(product, WEEK))
                                .post("/settlements"),
                        draft -> receipts.equals(draft.jsonPath().getString("receipts.amount")))
                .jsonPath()
                .getString("settlementId");
    }
}
