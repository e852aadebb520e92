package coop.parasol.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.RecallEvent.RecallNoticeIssued;
import coop.parasol.messaging.Envelope;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Partners that were sent units of a recalled batch are told, and no others; with a real Kafka. */
@QuarkusTest
@TestSecurity(
        user = "leela",
        roles = {"logistics-desk", "treasurer", "partner"})
@OidcSecurity(claims = @Claim(key = "partner_id", value = TradeFixture.PARTNER))
class RecallNoticeIssuedIT {

    @Inject
    Events events;

    private final UUID member = UUID.randomUUID();

    @Test
    void a_partner_that_was_sent_units_is_told_once_for_each_batch_and_nobody_of_a_batch_that_is_in_stock() {
        TradeFixture trade = new TradeFixture(events);
        BatchCertified sold = trade.stock(member, 10);
        for (int quantity : new int[] {4, 3}) {
            TradeFixture.deliver(trade.order(quantity).jsonPath().getString("orderId"));
        }
        BatchCertified unsold = new TradeFixture(events).stock(member, 10);

        BatchRecalled recall = recall(sold);
        Envelope envelope = events.publish(recall);
        events.publish(recall, envelope);
        events.publish(recall(sold));
        events.publish(recall(unsold));
        // whatever is told of these batches was told before what is told of this one
        TradeFixture other = new TradeFixture(events);
        BatchCertified last = other.stock(member, 1);
        TradeFixture.deliver(other.order(1).jsonPath().getString("orderId"));
        events.publish(recall(last));
        events.await(RecallNoticeIssued.class, notice -> notice.batchId().equals(last.batchId()));

        Set<UUID> batches = Set.of(sold.batchId(), unsold.batchId());
        assertThat(events.all(RecallNoticeIssued.class, notice -> batches.contains(notice.batchId())))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.partnerId()).isEqualTo(UUID.fromString(TradeFixture.PARTNER));
                    assertThat(notice.memberId()).isEqualTo(member);
                    assertThat(notice.lot()).isEqualTo(sold.lot());
                    assertThat(notice.quantity()).isEqualTo(Quantity.of(7, "C62"));
                    assertThat(notice.recallId()).isEqualTo(recall.recallId());
                });
    }

    private BatchRecalled recall(BatchCertified batch) {
        return new BatchRecalled(
                batch.batchId(),
                batch.certificateNumber(),
                member,
                batch.product(),
                batch.lot(),
                UUID.randomUUID(),
                RecallClass.I,
                "glass",
                Instant.now());
    }
}
