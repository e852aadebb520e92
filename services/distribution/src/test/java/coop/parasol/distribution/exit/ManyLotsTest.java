package coop.parasol.distribution.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.UseCases;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A leaving member with thousands of lots: every choice is done, undone, or ends. */
@QuarkusTest
class ManyLotsTest {

    private static final int LOTS = 3_000;

    @Inject
    UseCases useCases;

    @Inject
    LeavingGoods leaving;

    @Inject
    LapseGoodsChoices lapseGoodsChoices;

    private final UUID member = UUID.randomUUID();

    @Test
    void thousands_of_lots_are_set_aside_offered_put_back_and_lapse() {
        leaving.bylaws();
        String product = useCases.product();
        List<UUID> batches = stocked(product);
        ChosenGoods[] choices = new ChosenGoods[LOTS];
        for (int i = 0; i < LOTS; i++) {
            choices[i] = LeavingGoods.chosen(batches.get(i), i % 3 == 0 ? GoodsChoice.OFFER : GoodsChoice.TAKE_BACK);
        }
        UUID reversed = leaving.requested(member);
        leaving.bound(member, reversed, choices);
        assertThat(sum("set_aside")).isEqualByComparingTo(new BigDecimal(LOTS / 3 * 2));
        leaving.withdrawn(member, reversed);
        assertThat(sum("on_hand")).isEqualByComparingTo(new BigDecimal(LOTS));

        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, choices);
        leaving.clearedByQuality(member, exit, LOTS);
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);
        assertThat(leaving.goods(exit)).hasSize(LOTS);
        useCases.execute(
                "update exit_goods set collectable_since = collectable_since - interval '400 days' where exit_id = ?",
                exit);
        useCases.execute("update exit_clearance set bound_at = bound_at - interval '400 days' where exit_id = ?", exit);
        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(sum("on_hand")).isEqualByComparingTo(new BigDecimal(LOTS));
        assertThat(leaving.isConserved()).isTrue();
    }

    /** One piece of each lot; all but the first are copies of it. */
    private List<UUID> stocked(String product) {
        UUID first = useCases.batch(product, member, 1, 30);
        List<UUID> all = new ArrayList<>(List.of(first));
        for (int i = 1; i < LOTS; i++) {
            all.add(new UUID(first.getMostSignificantBits(), i));
        }
        useCases.execute(
                """
                insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified, on_hand)
                select copy, 'C' || copy, member_id, product, 'L-' || copy, grade, unit, expiry, certified, on_hand
                  from batch, unnest(cast(? as uuid[])) as copy where batch_id = ?
                """,
                "{" + String.join(",", all.stream().skip(1).map(UUID::toString).toList()) + "}",
                first);
        useCases.execute("update producer set batches_received = ? where member_id = ?", LOTS, member);
        return all;
    }

    private BigDecimal sum(String column) {
        return useCases.number("select sum(" + column + ") from batch where member_id = ?", member);
    }
}
