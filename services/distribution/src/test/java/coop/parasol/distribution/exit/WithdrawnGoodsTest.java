package coop.parasol.distribution.exit;

import static coop.parasol.distribution.exit.LeavingGoods.chosen;
import static coop.parasol.distribution.exit.LeavingGoods.code;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.ChoiceEnding;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.stock.CertificateState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is recalled or out of date is handed over to nobody, however far the exit has come, and the member hears why. */
@QuarkusTest
class WithdrawnGoodsTest extends LeavingMember {

    @Test
    void a_lot_that_is_recalled_or_expires_after_it_was_set_aside_is_not_handed_over_and_keeps_no_exit_open() {
        UUID recalled = useCases.batch(product, member, 10, 30);
        UUID expired = useCases.batch(product, member, 7, 30);
        UUID exit = bound(2, chosen(recalled, GoodsChoice.TAKE_BACK), chosen(expired, GoodsChoice.TAKE_BACK));
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);

        withdraw(recalled, CertificateState.RECALLED);
        withdraw(expired, CertificateState.EXPIRED);

        assertThat(code(leaving.handOver(exit, recalled))).isEqualTo("not-open");
        assertThat(code(leaving.handOver(exit, expired))).isEqualTo("not-open");
        assertThat(leaving.goods(exit).stream().map(goods -> goods.state))
                .containsExactlyInAnyOrder(ExitGoods.State.RECALLED, ExitGoods.State.EXPIRED);
        assertThat(useCases.number("select sum(taken_back + set_aside) from batch where member_id = ?", member))
                .isZero();
        assertThat(useCases.batchUnits(recalled, "on_hand")).isEqualByComparingTo("10");
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(leaving.isConserved()).isTrue();
        assertThat(ending(recalled)).isEqualTo(ChoiceEnding.RECALLED);
        assertThat(ending(expired)).isEqualTo(ChoiceEnding.EXPIRED);
    }

    @Test
    void nothing_is_set_aside_or_bought_of_a_lot_that_was_recalled_or_had_expired_before() {
        UUID recalled = useCases.batch(product, member, 10, 30);
        UUID expired = useCases.batch(product, member, 7, 30);
        withdraw(recalled, CertificateState.RECALLED);
        withdraw(expired, CertificateState.EXPIRED);

        UUID exit = bound(2, chosen(recalled, GoodsChoice.TAKE_BACK), chosen(expired, GoodsChoice.OFFER));

        assertThat(useCases.batchUnits(recalled, "set_aside")).isZero();
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(recalled)).isEqualTo(ChoiceEnding.RECALLED);
        assertThat(ending(expired)).isEqualTo(ChoiceEnding.EXPIRED);
    }

    /** Quality's event may come later than the day. */
    @Test
    void a_lot_past_its_last_day_is_not_handed_over_though_quality_has_not_said_so_yet() {
        UUID batch = useCases.batch(product, member, 10, 30);
        UUID exit = bound(1, chosen(batch, GoodsChoice.TAKE_BACK));
        useCases.execute(
                "update batch set expiry = ? where batch_id = ?",
                useCases.today().minusDays(1),
                batch);

        assertThat(code(leaving.handOver(exit, batch))).isEqualTo("expired-goods");
    }
}
