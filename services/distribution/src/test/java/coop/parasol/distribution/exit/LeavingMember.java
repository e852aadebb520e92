package coop.parasol.distribution.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.GoodsChoiceEnded;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.stock.CertificateState;
import coop.parasol.distribution.stock.WithholdBatch;
import coop.parasol.testing.Events;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A member that leaves, a product that it makes, and the bylaws: what tests of its goods begin with. */
abstract class LeavingMember {

    @Inject
    UseCases useCases;

    @Inject
    LeavingGoods leaving;

    @Inject
    LapseGoodsChoices lapseGoodsChoices;

    @Inject
    WithholdBatch withholdBatch;

    @Inject
    Events events;

    final UUID member = UUID.randomUUID();
    String product = "";

    @BeforeEach
    void a_product_and_the_bylaws() {
        leaving.bylaws();
        product = useCases.product();
    }

    /** The member's exit is binding with these choices, and quality has cleared it of so many batches. */
    UUID bound(long batches, ChosenGoods... goods) {
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, goods);
        leaving.clearedByQuality(member, exit, batches);
        return exit;
    }

    void boundDaysAgo(UUID exit, int days) {
        useCases.execute(
                "update exit_clearance set bound_at = ? where exit_id = ?",
                useCases.now().minus(days, ChronoUnit.DAYS),
                exit);
    }

    void setAsideDaysAgo(UUID exit, int days) {
        useCases.execute(
                "update exit_goods set collectable_since = ? where exit_id = ? and state = 'SET_ASIDE'",
                useCases.now().minus(days, ChronoUnit.DAYS),
                exit);
    }

    /** The batch's last day of sale was yesterday, and nobody has said so yet. */
    void lastDayPasses(UUID batch) {
        useCases.execute(
                "update batch set expiry = ? where batch_id = ?",
                useCases.today().minusDays(1),
                batch);
    }

    /** Quality recalls the batch, or its last day is over. */
    void withdraw(UUID batch, CertificateState state) {
        LeavingGoods.run(() -> withholdBatch.withdraw(
                List.of(new WithholdBatch.Withdrawn(batch, product, member, UseCases.CAUSE)), state));
    }

    /** What the member hears of the batch. */
    ChoiceEnding ending(UUID batch) {
        return events.await(GoodsChoiceEnded.class, event -> event.batchId().equals(batch))
                .ending();
    }
}
