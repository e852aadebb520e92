package coop.parasol.distribution.exit;

import static coop.parasol.distribution.exit.LeavingGoods.chosen;
import static coop.parasol.distribution.exit.LeavingGoods.code;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.stock.CertificateState;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods that nobody collects keep no exit open for ever: after the bylaws' days they are in the pools again, as if left there. */
@QuarkusTest
class UncollectedGoodsTest extends LeavingMember {

    /** As {@link LeavingGoods#bylaws} has them. */
    private static final int COLLECTION_DAYS = 20;

    private static final int STATEMENT_MONTHS = 6;

    private UUID batch = UUID.randomUUID();
    private UUID exit = UUID.randomUUID();

    @BeforeEach
    void goods_that_are_set_aside() {
        batch = useCases.batch(product, member, 10, 400);
        exit = bound(1, chosen(batch, GoodsChoice.TAKE_BACK));
    }

    @Test
    void what_is_not_collected_in_the_bylaws_days_is_on_sale_again_and_the_exit_goes_on() {
        UUID waiting = useCases.order(useCases.partner("1000.00"), product, 4).orderId();
        setAsideDaysAgo(exit, COLLECTION_DAYS);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as("its last day").isEqualTo(ExitClearance.State.OPEN);

        setAsideDaysAgo(exit, COLLECTION_DAYS + 1);
        assertThat(code(leaving.handOver(exit, batch)))
                .as("the day counts, not when the job looks")
                .isEqualTo("choice-lapsed");
        lapseGoodsChoices.run();
        useCases.awaitLookedFor(product);

        assertThat(leaving.goods(exit).getFirst().state).isEqualTo(ExitGoods.State.UNCOLLECTED);
        assertThat(useCases.batchUnits(batch, "set_aside")).isZero();
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("6");
        assertThat(useCases.batchUnits(batch, "taken_back"))
                .as("the certificate stays")
                .isZero();
        assertThat(useCases.find(waiting).state().name()).isEqualTo("ALLOCATED");
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(code(leaving.handOver(exit, batch))).isEqualTo("not-open");
        assertThat(leaving.isConserved()).isTrue();
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.UNCOLLECTED);
        events.await(DistributionCleared.class, event -> event.exitId().equals(exit));
    }

    @Test
    void the_days_of_suspended_goods_begin_when_the_suspension_ends() {
        LeavingGoods.run(() -> withholdBatch.suspend(Map.of(batch, product)));
        setAsideDaysAgo(exit, COLLECTION_DAYS + 1);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as("nobody may collect them").isEqualTo(ExitClearance.State.OPEN);

        LeavingGoods.run(() -> withholdBatch.reinstate(Map.of(batch, product)));

        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);
        assertThat(code(leaving.handOver(exit, batch))).isEqualTo("done");
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
    }

    @Test
    void an_exit_waits_for_suspended_goods_for_the_months_of_the_last_statement_and_no_longer() {
        LeavingGoods.run(() -> withholdBatch.suspend(Map.of(batch, product)));
        boundOn(STATEMENT_MONTHS, 0);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as("its last day").isEqualTo(ExitClearance.State.OPEN);

        boundOn(STATEMENT_MONTHS, 1);
        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(leaving.goods(exit).getFirst().state).isEqualTo(ExitGoods.State.STILL_SUSPENDED);
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("10");
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.STILL_SUSPENDED);
        LeavingGoods.run(() -> withholdBatch.reinstate(Map.of(batch, product)));
        UUID order = useCases.order(useCases.partner("1000.00"), product, 10).orderId();
        assertThat(useCases.find(order).state().name())
                .as("sold through the pool")
                .isEqualTo("ALLOCATED");
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void suspended_goods_are_waited_for_no_longer_than_their_last_day_of_sale() {
        LeavingGoods.run(() -> withholdBatch.suspend(Map.of(batch, product)));
        useCases.execute("update batch set expiry = ? where batch_id = ?", useCases.today(), batch);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as("its last day").isEqualTo(ExitClearance.State.OPEN);

        lastDayPasses(batch);
        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.EXPIRED);
        assertThat(useCases.batchUnits(batch, "set_aside")).isZero();
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("10");
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void suspended_goods_that_are_recalled_end_as_recalled() {
        LeavingGoods.run(() -> withholdBatch.suspend(Map.of(batch, product)));

        withdraw(batch, CertificateState.RECALLED);

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.RECALLED);
    }

    /** So many months and days ago, at noon. */
    private void boundOn(int months, int days) {
        useCases.execute(
                "update exit_clearance set bound_at = ? where exit_id = ?",
                useCases.today()
                        .minusMonths(months)
                        .minusDays(days)
                        .atTime(12, 0)
                        .toInstant(ZoneOffset.UTC),
                exit);
    }
}
