package coop.parasol.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.DistributionEvent.GoodsConsumed;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.PricingEvent.PoolSettledV2;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Advances from the certification of goods to the settlement that deducts them, over REST and on Kafka. */
@QuarkusTest
@TestSecurity(user = "priya", roles = "pricing-desk")
class AdvanceIT extends AdvanceDesk {

    @Test
    void an_advance_is_granted_at_certification_and_deducted_by_the_settlement_that_pays_the_goods() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);

        AdvanceGranted granted = granted();
        assertThat(granted.amount()).isEqualTo(Money.of("2400.00", "INR"));
        assertThat(granted.quantity()).isEqualTo(Quantity.of(400, "C62"));
        assertThat(granted.unitPrice().text()).startsWith("10.00");
        assertThat(position("outstanding.amount")).isEqualTo("2400.00");

        invoiced(400, "4000.00");
        paid("4000.00");
        settle(awaitDraft("4000.00"));
        PayoutStatedV2 stated = stated();
        PoolSettledV2 pool =
                events.await(PoolSettledV2.class, event -> event.product().equals(product));

        assertThat(stated.gross()).isEqualTo(Money.of("3520.00", "INR"));
        assertThat(stated.advances()).isEqualTo(Money.of("2400.00", "INR"));
        assertThat(stated.payable()).isEqualTo(Money.of("1120.00", "INR"));
        assertThat(pool.payouts()).as("payouts are before advances").isEqualTo(Money.of("3520.00", "INR"));
        assertThat(given().get("/statements/" + stated.settlementId() + "/members/" + member + ".csv")
                        .asString()
                        .lines())
                .contains(
                        "advance," + granted.advanceId() + "," + batch + ",,,,,,2400.00,INR",
                        "result,advances-due,,,,,,,2400.00,INR",
                        "result,advances,,,,,,,2400.00,INR",
                        "result,advances-left,,,,,,,0.00,INR",
                        "result,payable,,,,,,,1120.00,INR");
        assertThat(position("recovered.amount")).isEqualTo("2400.00");
        assertThat(position("outstanding.amount")).isEqualTo("0.00");
    }

    @Test
    void the_facts_may_be_heard_in_any_order_and_only_what_counts_of_the_commitment_gets_an_advance_once() {
        approvedRate(6_000);
        Envelope twice = certified(400);
        reported(400);
        Awaitility.await().atMost(Events.PATIENCE).until(() -> waits() == 1);
        given().get("/advances?limit=200")
                .then()
                .body("items.find { it.batchId == '%s' }.outcome".formatted(batch), equalTo("AWAITS_COUNT"))
                .body("items.find { it.batchId == '%s' }.amount.amount".formatted(batch), equalTo("0.00"))
                .body("items.find { it.batchId == '%s' }.rate".formatted(batch), equalTo(6_000));
        events.publish(certificate(400), twice);
        committed(400, 100);

        assertThat(granted().amount()).isEqualTo(Money.of("600.00", "INR"));
        events.publish(counted(400, 300));
        assertThat(events.all(AdvanceGranted.class, event -> event.memberId().equals(member)))
                .hasSize(1);
        assertThat(waits()).isZero();
    }

    @Test
    void goods_of_a_grade_in_which_nothing_counts_of_their_commitment_are_listed_with_nothing_and_the_reason() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        BatchCertified first = certificate(400);
        events.publish(new BatchCertified(
                batch,
                first.certificateNumber(),
                member,
                product,
                first.lot(),
                first.brandLot(),
                "B",
                first.quantity(),
                null,
                1,
                first.certifiedAt()));

        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(
                        () -> given().get("/advances?limit=200")
                                .jsonPath()
                                .getList("items.findAll { it.batchId == '%s' }.outcome".formatted(batch)),
                        List.of("NOT_COUNTED")::equals);
        given().get("/advances?limit=200")
                .then()
                .body("items.find { it.batchId == '%s' }.grade".formatted(batch), equalTo("B"))
                .body("items.find { it.batchId == '%s' }.quantity.value".formatted(batch), equalTo("0"));
    }

    @Test
    void what_a_payout_does_not_cover_is_deducted_by_the_supplement() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);
        granted();
        invoiced(400, "4000.00");
        paid("1000.00");
        settle(awaitDraft("1000.00"));
        PayoutStatedV2 first = stated();
        assertThat(first.advances()).isEqualTo(Money.of("880.00", "INR"));
        assertThat(first.payable()).isEqualTo(Money.of("0.00", "INR"));
        assertThat(position("dueNext.amount")).isEqualTo("1520.00");

        paid("3000.00");
        settle(awaitDraft("4000.00"));
        PayoutStatedV2 supplement = events.await(
                PayoutStatedV2.class,
                event -> event.memberId().equals(member) && event.paidBefore().isPositive());

        assertThat(supplement.advances()).isEqualTo(Money.of("1520.00", "INR"));
        assertThat(supplement.payable()).isEqualTo(Money.of("1120.00", "INR"));
        assertThat(Objects.requireNonNull(supplement.advanceLines()))
                .singleElement()
                .satisfies(line -> assertThat(line.due()).isEqualTo(Money.of("1520.00", "INR")));
    }

    @Test
    void an_advance_on_recalled_goods_is_declared_due_and_no_settlement_deducts_it() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);
        granted();
        events.publish(new BatchRecalled(
                batch, "PC-1", member, product, "L-1", UUID.randomUUID(), RecallClass.I, "sharp", Instant.now()));

        AdvanceDue due =
                events.await(AdvanceDue.class, event -> event.memberId().equals(member));
        assertThat(due.reason()).isEqualTo(DueReason.RECALLED);
        assertThat(due.amount()).isEqualTo(Money.of("2400.00", "INR"));
        assertThat(position("declaredDue.amount")).isEqualTo("2400.00");
        assertThat(position("outstanding.amount")).isEqualTo("0.00");
    }

    @Test
    void when_goods_expire_what_is_not_sold_of_them_is_declared_due_once() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);
        granted();
        CertificateExpired expired = new CertificateExpired(batch, "PC-1", member, product, "L-1", Instant.now());
        Envelope envelope = events.publish(expired);
        events.publish(expired, envelope);

        events.await(AdvanceDue.class, event -> event.memberId().equals(member));
        assertThat(events.all(AdvanceDue.class, event -> event.memberId().equals(member)))
                .singleElement()
                .satisfies(due -> assertThat(due.amount()).isEqualTo(Money.of("2400.00", "INR")));
    }

    @Test
    void the_advance_on_units_that_a_leaving_member_takes_back_is_due_once_and_the_rest_is_deducted() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);
        granted();
        GoodsTakenBack back = new GoodsTakenBack(
                member, UUID.randomUUID(), batch, product, "L-1", Quantity.of(150, "C62"), Instant.now());
        Envelope envelope = events.publish(back);
        events.publish(back, envelope);

        AdvanceDue due =
                events.await(AdvanceDue.class, event -> event.memberId().equals(member));
        assertThat(due.reason()).isEqualTo(DueReason.TAKEN_BACK);
        assertThat(due.amount()).isEqualTo(Money.of("900.00", "INR"));

        invoiced(250, "2500.00");
        paid("2500.00");
        settle(awaitDraft("2500.00"));
        assertThat(stated().advances()).isEqualTo(Money.of("1500.00", "INR"));
        assertThat(stated().payable()).isEqualTo(Money.of("700.00", "INR"));
        assertThat(position("outstanding.amount")).isEqualTo("0.00");
        assertThat(events.all(AdvanceDue.class, event -> event.memberId().equals(member)))
                .hasSize(1);
    }

    @Test
    void the_advance_on_units_that_have_gone_into_other_batches_is_due_once_and_does_not_come_back() {
        approvedRate(6_000);
        committed(400, 400);
        reported(400);
        certified(400);
        granted();
        events.publish(consumed(100));

        AdvanceDue due =
                events.await(AdvanceDue.class, event -> event.memberId().equals(member));
        assertThat(due.reason()).isEqualTo(DueReason.CONSUMED);
        assertThat(due.amount()).isEqualTo(Money.of("600.00", "INR"));

        events.publish(consumed(60));
        events.publish(consumed(100));
        invoiced(300, "3000.00");
        paid("3000.00");
        settle(awaitDraft("3000.00"));
        assertThat(stated().advances()).isEqualTo(Money.of("1800.00", "INR"));
        assertThat(events.all(AdvanceDue.class, event -> event.memberId().equals(member)))
                .hasSize(1);
    }

    /** So many units in all. */
    private GoodsConsumed consumed(long pieces) {
        return new GoodsConsumed(member, batch, product, "L-1", Quantity.of(pieces, "C62"), Instant.now());
    }

    @Test
    void a_draft_that_does_not_deduct_an_advance_of_meanwhile_is_refused() {
        approvedRate(6_000);
        reported(400);
        certified(400);
        invoiced(400, "4000.00");
        paid("4000.00");
        String draft = awaitDraft("4000.00");
        committed(400, 400);
        granted();
        draftedByAnotherPerson("settlement", draft);

        given().contentType("application/json")
                .post("/settlements/" + draft + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("advances-changed"));
        settle(awaitDraft("4000.00"));
        assertThat(stated().advances()).isEqualTo(Money.of("2400.00", "INR"));
    }
}
