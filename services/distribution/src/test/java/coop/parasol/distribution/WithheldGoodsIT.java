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
import org.junit.jupiter.api.Test;

/** What quality takes back is not sold, told over a real Kafka. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = Trade.PARTNER))
class WithheldGoodsIT {

    @Inject
    Events events;

    @Inject
    Sql sql;

    private final UUID member = UUID.randomUUID();

    @Test
    void what_is_reserved_of_a_suspended_batch_does_not_leave_until_it_is_reinstated() {
        Trade trade = new Trade(events);
        BatchCertified batch = trade.stock(member, 10);
        String order = trade.order(4).jsonPath().getString("orderId");

        suspend(batch);

        Trade.post("/orders/" + order + "/dispatches", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-dispatch"));
        assertThat(Trade.order(order).getString("state")).isEqualTo("ALLOCATED");
        String second = trade.order(3).jsonPath().getString("orderId");
        assertThat(Trade.order(second).getString("state")).isEqualTo("ACCEPTED");
        assertThat(given().get("/catalogue/" + trade.product).jsonPath().getString("available.A.value"))
                .isEqualTo("0");
        assertThat(Trade.check().getBoolean("conserved")).isTrue();

        events.publish(new BatchReinstated(
                batch.batchId(),
                batch.certificateNumber(),
                member,
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                "nothing found",
                Instant.now()));
        awaitStanding(trade, batch, "CERTIFIED");

        assertThat(Trade.order(second).getString("state")).isEqualTo("ALLOCATED");
        Trade.deliver(order);
        Trade.deliver(second);
        assertThat(Trade.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void orders_that_were_promised_recalled_goods_get_others_or_wait() {
        Trade trade = new Trade(events);
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
        awaitStanding(trade, recalled, "RECALLED");

        assertThat(Trade.order(first).getString("state")).isEqualTo("ALLOCATED");
        assertThat(Trade.order(second).getString("lines[0].allocated.value")).isEqualTo("1");
        assertThat(Trade.order(second).getString("state")).isEqualTo("PART_ALLOCATED");
        assertThat(stocked(trade, recalled, "onHand.value")).isEqualTo("10");
        Trade.deliver(first);
        assertThat(Trade.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void what_is_out_of_date_is_promised_to_nobody() {
        Trade trade = new Trade(events);
        BatchCertified batch = trade.stock(member, 10);
        String order = trade.order(4).jsonPath().getString("orderId");

        events.publish(new CertificateExpired(
                batch.batchId(), batch.certificateNumber(), member, batch.product(), batch.lot(), Instant.now()));
        awaitStanding(trade, batch, "EXPIRED");

        assertThat(Trade.order(order).getString("state")).isEqualTo("ACCEPTED");
        assertThat(Trade.check().getBoolean("conserved")).isTrue();
    }

    @Test
    void the_database_itself_lets_nothing_uncertified_leave() {
        Trade trade = new Trade(events);
        BatchCertified batch = trade.stock(member, 10);
        suspend(batch);

        Sql.Failure refused = assertThrows(
                Sql.Failure.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> sql.update(
                                "UPDATE batch SET on_hand = on_hand - 1, dispatched = dispatched + 1 WHERE batch_id = ?",
                                batch.batchId())));
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
                        .call(() -> sql.one(
                                "SELECT standing FROM batch WHERE batch_id = ?",
                                row -> row.getString(1),
                                batch.batchId()))
                        .equals("SUSPENDED"));
    }

    private static void awaitStanding(Trade trade, BatchCertified batch, String standing) {
        Awaitility.await().atMost(Events.PATIENCE).until(() -> standing.equals(stocked(trade, batch, "standing")));
    }

    private static String stocked(Trade trade, BatchCertified batch, String field) {
        return given().get("/stock?product=" + trade.product)
                .jsonPath()
                .getString("items.find { it.batchId == '" + batch.batchId() + "' }." + field);
    }
}
