package coop.parasol.distribution.exit;

import static coop.parasol.distribution.exit.LeavingGoods.chosen;
import static coop.parasol.distribution.exit.LeavingGoods.code;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An exit that is reversed after it was binding leaves nothing behind: its goods are on sale again, and another exit may follow. */
@QuarkusTest
class ReversedExitTest extends LeavingMember {

    @Test
    void what_was_set_aside_goes_to_the_orders_that_wait_and_the_rest_is_on_hand() {
        UUID batch = useCases.batch(product, member, 10, 30);
        String other = useCases.product();
        UUID otherBatch = useCases.batch(other, member, 5, 30);
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, chosen(batch, GoodsChoice.TAKE_BACK), chosen(otherBatch, GoodsChoice.TAKE_BACK));
        UUID partner = useCases.partner("1000.00");
        UUID waiting = useCases.order(partner, product, 4).orderId();
        assertThat(useCases.find(waiting).state().name()).isEqualTo("ACCEPTED");

        leaving.withdrawn(member, exit);
        useCases.awaitLookedFor(product);

        assertThat(useCases.find(waiting).state().name()).isEqualTo("ALLOCATED");
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("6");
        assertThat(useCases.batchUnits(batch, "set_aside")).isZero();
        assertThat(useCases.batchUnits(otherBatch, "on_hand")).isEqualByComparingTo("5");
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.WITHDRAWN);
        assertThat(leaving.goods(exit)).allMatch(goods -> goods.state == ExitGoods.State.WITHDRAWN);
        assertThat(code(leaving.handOver(exit, batch))).isEqualTo("not-open");
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void what_was_done_before_stays_done_and_what_was_offered_is_not_bought_any_more() {
        UUID back = useCases.batch(product, member, 10, 30);
        UUID offered = useCases.batch(product, member, 5, 30);
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, chosen(back, GoodsChoice.TAKE_BACK), chosen(offered, GoodsChoice.OFFER));
        leaving.handOver(exit, back);
        leaving.propose(exit, offered, "8.50", "leela");

        leaving.withdrawn(member, exit);

        assertThat(code(leaving.approve(exit, offered, "mohan"))).isEqualTo("not-open");
        assertThat(leaving.goods(exit).stream().map(goods -> goods.state))
                .containsExactlyInAnyOrder(ExitGoods.State.TAKEN_BACK, ExitGoods.State.WITHDRAWN);
        assertThat(useCases.batchUnits(back, "taken_back")).isEqualByComparingTo("10");
    }

    @Test
    void the_exit_that_takes_its_place_sets_the_goods_aside_again() {
        UUID batch = useCases.batch(product, member, 10, 30);
        UUID reversed = leaving.requested(member);
        leaving.bound(member, reversed, chosen(batch, GoodsChoice.TAKE_BACK));
        leaving.withdrawn(member, reversed);

        UUID exit = bound(1, chosen(batch, GoodsChoice.TAKE_BACK));
        assertThat(useCases.batchUnits(batch, "set_aside")).isEqualByComparingTo("10");
        leaving.handOver(exit, batch);

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void a_lot_that_becomes_stock_while_its_exit_is_withdrawn_is_on_sale() throws InterruptedException {
        UUID batch = UUID.randomUUID();
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, chosen(batch, GoodsChoice.TAKE_BACK));

        List<Thread> withdrawing = new ArrayList<>();
        LeavingGoods.run(() -> {
            useCases.certifyHere(batch, product, member, 10, 30);
            withdrawing.add(Thread.ofPlatform().start(() -> leaving.withdrawn(member, exit)));
            useCases.awaitSomebodyWaitingForALock();
        });
        withdrawing.getFirst().join();
        if (leaving.state(exit) != ExitClearance.State.WITHDRAWN) {
            leaving.withdrawn(member, exit); // a consumer waits half a second for a lock, then the event comes again
        }

        assertThat(useCases.batchUnits(batch, "set_aside")).isZero();
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("10");
        assertThat(leaving.isConserved()).isTrue();
    }
}
