package coop.parasol.distribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

/** Goods whose certificate is suspended, recalled or expired are not sold; with a real Kafka. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = TradeFixture.PARTNER))
class WithheldGoodsIT {

    @Inject
    Events events;

    @Inject
    Jdbi jdbi;

    private final UUID member = UUID.randomUUID();

    @Test
    void what_is_reserved_of_a_suspended_batch_does_not_leave_until_it_is_reinstated() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified batch = trade.stock(member, 10);
        String order = trade.order(4).jsonPath().getString("orderId");

        suspend(batch);

        TradeFixture.post("/orders/" + order + "/dispatches", TradeFixture.dispatch())
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-dispatch"));
        assertThat(TradeFixture.order(order).getString("state")).isEqualTo("ALLOCATED");
        String second = trade.order(3).jsonPath().getString("orderId");
        assertThat(TradeFixture.order(second).getString("state")).isEqualTo("ACCEPTED");
        assertThat(given().get("/catalogue/" + trade.product).jsonPath().getString("available.A.value"))
                .isEqualTo("0");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();

        events.publish(new BatchReinstated(
                batch.batchId(),
                batch.certificateNumber(),
                member,
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                "nothing found",
                Instant.now()));
        awaitCertificateState(trade, batch, "CERTIFIED");

        assertThat(TradeFixture.order(second).getString("state")).isEqualTo("ALLOCATED");
        TradeFixture.deliver(order);
        TradeFixture.deliver(second);
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void orders_with_reserved_recalled_goods_get_others_or_wait() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified recalled = trade.stock(member, 10);
        String first = trade.order(4).jsonPath().getString("orderId");
        String second = trade.order(6).jsonPath().getString("orderId");
        trade.stock(member, 5);

        suspend(recalled);
        events.publish(new BatchRecalled(
                recalled.batchId(),
                recalled.certificateNumber(),
                member,
                recalled.product(),
                recalled.lot(),
                UUID.randomUUID(),
                RecallClass.II,
                "lead found",
                Instant.now()));
        awaitCertificateState(trade, recalled, "RECALLED");

        assertThat(TradeFixture.order(first).getString("state")).isEqualTo("ALLOCATED");
        assertThat(TradeFixture.order(second).getString("lines[0].allocated.value"))
                .isEqualTo("1");
        assertThat(TradeFixture.order(second).getString("state")).isEqualTo("PART_ALLOCATED");
        assertThat(stocked(trade, recalled, "onHand.value")).isEqualTo("10");
        TradeFixture.deliver(first);
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void goods_out_of_date_are_reserved_for_nobody() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified batch = trade.stock(member, 10);
        String order = trade.order(4).jsonPath().getString("orderId");

        events.publish(new CertificateExpired(
                batch.batchId(), batch.certificateNumber(), member, batch.product(), batch.lot(), Instant.now()));
        awaitCertificateState(trade, batch, "EXPIRED");

        assertThat(TradeFixture.order(order).getString("state")).isEqualTo("ACCEPTED");
        assertThat(TradeFixture.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void the_database_itself_lets_nothing_uncertified_leave() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified batch = trade.stock(member, 10);
        suspend(batch);

        UnableToExecuteStatementException refused = assertThrows(
                UnableToExecuteStatementException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> jdbi.useHandle(handle -> handle.execute(
                                "update batch set on_hand = on_hand - 1, dispatched = dispatched + 1 where batch_id = ?",
                                batch.batchId()))));
        assertThat(refused).hasMessageContaining("nothing of it is promised or leaves");
    }

    private void suspend(BatchCertified batch) {
        events.publish(new BatchSuspended(
                batch.batchId(),
                batch.certificateNumber(),
                member,
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                "lead suspected",
                Instant.now()));
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> jdbi.withHandle(handle -> handle.select(
                                        "select certificate_state from batch where batch_id = ?", batch.batchId())
                                .mapTo(String.class)
                                .one()))
                        .equals("SUSPENDED"));
    }

    private static void awaitCertificateState(TradeFixture trade, BatchCertified batch, String state) {
        Awaitility.await().atMost(Events.PATIENCE).until(() -> state.equals(stocked(trade, batch, "certificateState")));
    }

    private static String stocked(TradeFixture trade, BatchCertified batch, String field) {
        return given().get("/stock?product=" + trade.product)
                .jsonPath()
                .getString("items.find { it.batchId == '" + batch.batchId() + "' }." + field);
    }
}
