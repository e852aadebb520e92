package coop.parasol.distribution.exit;

import static coop.parasol.distribution.exit.LeavingGoods.chosen;
import static coop.parasol.distribution.exit.LeavingGoods.code;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.ChoiceEnding;
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
        lastDayPasses(batch);

        assertThat(code(leaving.handOver(exit, batch))).isEqualTo("expired-goods");

        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.EXPIRED);
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("10");
        assertThat(leaving.isConserved()).isTrue();
    }

    /** Nor what is reserved of it for an order. */
    @Test
    void nothing_of_a_lot_past_its_last_day_is_bought_though_quality_has_not_said_so_yet() {
        UUID batch = useCases.batch(product, member, 100, 30);
        useCases.order(useCases.partner("1000.00"), product, 30);
        UUID exit = bound(1, chosen(batch, GoodsChoice.OFFER));
        assertThat(code(leaving.propose(exit, batch, "8.50", "leela"))).isEqualTo("done");
        lastDayPasses(batch);

        assertThat(code(leaving.propose(exit, batch, "8.50", "leela"))).isEqualTo("expired-goods");
        assertThat(code(leaving.approve(exit, batch, "mohan"))).isEqualTo("expired-goods");
        assertThat(code(leaving.decline(exit, batch))).isEqualTo("expired-goods");

        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.EXPIRED);
        assertThat(useCases.number("select count(*) from batch where batch_id = ? and owner = 'FIRM'", batch))
                .isZero();
        assertThat(useCases.batchUnits(batch, "reserved"))
                .as("the order is kept until quality says so")
                .isEqualByComparingTo("30");
    }

    @Test
    void an_offered_lot_that_goes_out_of_date_ends_as_expired_and_one_that_was_sold_before_as_sold() {
        UUID unsold = useCases.batch(product, member, 10, 30);
        UUID sold = useCases.batch(product, member, 7, 40);
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, chosen(unsold, GoodsChoice.OFFER), chosen(sold, GoodsChoice.OFFER));
        lastDayPasses(unsold);
        lastDayPasses(sold);
        useCases.execute("update batch set on_hand = 0, delivered = 7 where batch_id = ?", sold);

        leaving.clearedByQuality(member, exit, 2);

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(unsold)).isEqualTo(ChoiceEnding.EXPIRED);
        assertThat(ending(sold)).isEqualTo(ChoiceEnding.NOTHING_LEFT);
        // no shipment has them, and the checks of later tests add up
        useCases.execute("update batch set on_hand = 7, delivered = 0 where batch_id = ?", sold);
    }

    @Test
    void nothing_is_set_aside_of_a_lot_that_was_out_of_date_when_the_exit_became_binding() {
        UUID batch = useCases.batch(product, member, 10, 30);
        lastDayPasses(batch);

        UUID exit = bound(1, chosen(batch, GoodsChoice.TAKE_BACK));

        assertThat(useCases.batchUnits(batch, "set_aside")).isZero();
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(ending(batch)).isEqualTo(ChoiceEnding.EXPIRED);
    }
}
