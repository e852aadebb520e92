package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoodsChoicesTest {

    private static final LocalDate NOTICE_UNTIL = LocalDate.of(2026, 11, 28);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void a_leaving_member_chooses_for_its_goods_as_long_as_it_may_withdraw_and_not_after() {
        for (ExitState state : ExitState.values()) {
            assertThat(GoodsChoices.isOpen(ExitKind.VOLUNTARY, state, NOTICE_UNTIL, NOTICE_UNTIL.minusDays(1)))
                    .as(state.name())
                    .isEqualTo(state == ExitState.REQUESTED);
            assertThat(GoodsChoices.isOpen(ExitKind.VOLUNTARY, state, NOTICE_UNTIL, NOTICE_UNTIL))
                    .isFalse();
        }
        assertThat(GoodsChoices.isOpen(ExitKind.DEATH, ExitState.REQUESTED, NOTICE_UNTIL, NOTICE_UNTIL.minusDays(1)))
                .isFalse();
    }

    @Test
    void what_was_chosen_is_binding_with_the_exit_but_of_an_exit_that_may_be_reversed_everything_stays() {
        List<ChosenGoods> chosen = GoodsChoices.withoutStay(
                List.of(new ChosenGoods(ONE, GoodsChoice.TAKE_BACK), new ChosenGoods(OTHER, GoodsChoice.STAY)));

        assertThat(GoodsChoices.binding(ExitKind.VOLUNTARY, chosen))
                .containsExactly(new ChosenGoods(ONE, GoodsChoice.TAKE_BACK));
        assertThat(GoodsChoices.binding(ExitKind.EXPULSION, chosen))
                .containsExactly(new ChosenGoods(ONE, GoodsChoice.TAKE_BACK));
        assertThat(GoodsChoices.binding(ExitKind.DEATH, chosen)).isEmpty();
        assertThat(GoodsChoices.binding(ExitKind.DISSOLUTION, chosen)).isEmpty();
    }

    @Test
    void only_own_batches_are_chosen_for_each_once() {
        ChosenGoods own = new ChosenGoods(ONE, GoodsChoice.OFFER);
        ChosenGoods others = new ChosenGoods(OTHER, GoodsChoice.OFFER);

        assertThat(GoodsChoices.firstWrong(List.of(own), Set.of(ONE))).isEmpty();
        assertThat(GoodsChoices.firstWrong(List.of(own, others), Set.of(ONE))).contains(1);
        assertThat(GoodsChoices.firstWrong(List.of(own, own), Set.of(ONE))).contains(1);
    }
}
