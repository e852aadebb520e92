package coop.parasol.distribution.exit;

import static coop.parasol.distribution.exit.LeavingGoods.chosen;
import static coop.parasol.distribution.exit.LeavingGoods.code;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.order.CancelOrder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A leaving member's goods stay, are taken back, or are bought in: each unit is in one place, and the exit is cleared when all is done. */
@QuarkusTest
class LeavingGoodsTest extends LeavingMember {

    @Inject
    CancelOrder cancelOrder;

    @Inject
    PurchasesForTreasurers treasurers;

    @Test
    void goods_that_stay_in_the_pools_keep_no_exit_from_being_cleared_but_only_once_it_is_binding() {
        UUID batch = useCases.batch(product, member, 10, 30);
        UUID exit = leaving.requested(member);
        leaving.clearedByQuality(member, exit, 1);
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);

        leaving.bound(member, exit);

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(useCases.batchUnits(batch, "on_hand")).isEqualByComparingTo("10");
    }

    @Test
    void what_is_taken_back_is_promised_to_nobody_leaves_the_stock_and_then_the_exit_is_cleared() {
        UUID batch = useCases.batch(product, member, 10, 30);
        UUID partner = useCases.partner("1000.00");
        UUID kept = useCases.order(partner, product, 4).orderId();
        UUID exit = bound(1, chosen(batch, GoodsChoice.TAKE_BACK));

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);
        assertThat(useCases.batchUnits(batch, "set_aside")).isEqualByComparingTo("6");
        assertThat(useCases.batchUnits(batch, "reserved")).as("orders are kept").isEqualByComparingTo("4");
        UUID late = useCases.order(partner, product, 1).orderId();
        assertThat(useCases.find(late).state().name()).isEqualTo("ACCEPTED");

        assertThat(leaving.handOver(exit, batch)).isInstanceOf(DecideExitGoods.Done.class);

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(useCases.batchUnits(batch, "taken_back")).isEqualByComparingTo("6");
        assertThat(code(leaving.handOver(exit, batch))).isEqualTo("not-open");
        assertThat(useCases.find(kept).state().name()).isEqualTo("ALLOCATED");
        assertThat(leaving.isConserved()).isTrue();
    }

    @Test
    void offered_goods_are_bought_in_by_two_persons_at_the_list_price_at_most() {
        UUID batch = useCases.batch(product, member, 10, 30);
        UUID exit = offered(batch);

        assertThat(code(leaving.approve(exit, batch, "leela"))).isEqualTo("not-open");
        assertThat(code(leaving.propose(exit, batch, "10.01", "leela"))).isEqualTo("price-out-of-bounds");
        long before = purchasesFor("tara");
        long ofLeela = purchasesFor("leela");
        assertThat(leaving.propose(exit, batch, "8.50", "leela")).isInstanceOf(DecideExitGoods.Done.class);
        assertThat(purchasesFor("tara")).as("a treasurer is told of it").isEqualTo(before + 1);
        assertThat(purchasesFor("leela")).as("whoever has proposed it is not").isEqualTo(ofLeela);
        assertThat(code(leaving.approve(exit, batch, "leela"))).isEqualTo("same-person");
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);

        assertThat(leaving.approve(exit, batch, "mohan")).isInstanceOf(DecideExitGoods.Done.class);

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(owner(batch)).isEqualTo("FIRM");
        assertThat(leaving.goods(exit).getFirst().quantity).isEqualByComparingTo("10");
        assertThat(code(leaving.approve(exit, batch, "mohan"))).isEqualTo("not-open");
        assertThat(leaving.isConserved()).isTrue();
    }

    private long purchasesFor(String person) {
        return treasurers.waitingFor(person).getFirst().count();
    }

    @Test
    void goods_are_not_bought_for_a_price_that_is_rounded_down_to_nothing() {
        UUID batch = useCases.batch(product, member, 1, 30);
        useCases.execute("update batch set certified = 0.5, on_hand = 0.5 where batch_id = ?", batch);
        UUID exit = offered(batch);

        assertThat(code(leaving.propose(exit, batch, "0.01", "leela"))).isEqualTo("price-out-of-bounds");
        assertThat(code(leaving.propose(exit, batch, "0.02", "leela"))).isEqualTo("done");

        useCases.execute("update batch set certified = 0.4, on_hand = 0.4 where batch_id = ?", batch);
        assertThat(code(leaving.approve(exit, batch, "mohan"))).isEqualTo("price-out-of-bounds");
        assertThat(owner(batch)).isEqualTo("MEMBER");
    }

    @Test
    void a_price_that_the_second_person_has_not_seen_is_not_approved() {
        UUID batch = useCases.batch(product, member, 10, 30);
        UUID exit = offered(batch);
        leaving.propose(exit, batch, "5.00", "leela");
        long seen = leaving.goods(exit).getFirst().version;

        leaving.propose(exit, batch, "10.00", "leela");

        assertThat(code(leaving.approve(exit, batch, seen, "mohan"))).isEqualTo("changed");
        assertThat(owner(batch)).isEqualTo("MEMBER");
        assertThat(code(leaving.approve(exit, batch, leaving.goods(exit).getFirst().version, "mohan")))
                .isEqualTo("done");
    }

    @Test
    void an_offer_that_is_declined_or_that_nobody_decides_in_time_stays_in_the_pools() {
        UUID declined = useCases.batch(product, member, 10, 60);
        UUID lapsed = useCases.batch(product, member, 5, 60);
        UUID exit = bound(2, chosen(declined, GoodsChoice.OFFER), chosen(lapsed, GoodsChoice.OFFER));

        leaving.decline(exit, declined);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as("an offer is open").isEqualTo(ExitClearance.State.OPEN);
        boundDaysAgo(exit, 30);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as("its last day").isEqualTo(ExitClearance.State.OPEN);
        boundDaysAgo(exit, 31);
        lapseGoodsChoices.run();

        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(leaving.goods(exit).stream().map(goods -> goods.state))
                .containsExactlyInAnyOrder(ExitGoods.State.DECLINED, ExitGoods.State.LAPSED);
        assertThat(owner(declined)).isEqualTo("MEMBER");
        assertThat(useCases.batchUnits(lapsed, "on_hand")).isEqualByComparingTo("5");
    }

    @Test
    void an_offer_is_decided_about_until_its_last_day_whenever_the_job_looks() {
        UUID batch = useCases.batch(product, member, 10, 60);
        UUID exit = offered(batch);
        boundDaysAgo(exit, 30);
        assertThat(code(leaving.propose(exit, batch, "8.50", "leela")))
                .as("its last day")
                .isEqualTo("done");

        boundDaysAgo(exit, 31);

        assertThat(code(leaving.approve(exit, batch, "mohan"))).isEqualTo("choice-lapsed");
        assertThat(code(leaving.propose(exit, batch, "8.50", "leela"))).isEqualTo("choice-lapsed");
        assertThat(code(leaving.decline(exit, batch))).isEqualTo("choice-lapsed");
        assertThat(owner(batch)).isEqualTo("MEMBER");
        lapseGoodsChoices.run();
        assertThat(leaving.goods(exit).getFirst().state).isEqualTo(ExitGoods.State.LAPSED);
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
    }

    @Test
    void a_choice_that_is_heard_of_before_its_batch_is_done_when_the_batch_becomes_stock() {
        UUID exit = leaving.requested(member);
        UUID batch = UUID.randomUUID();
        leaving.bound(member, exit, chosen(batch, GoodsChoice.TAKE_BACK));
        leaving.clearedByQuality(member, exit, 1);
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.OPEN);

        useCases.batch(batch, product, member, 7, 30);

        assertThat(useCases.batchUnits(batch, "set_aside")).isEqualByComparingTo("7");
        leaving.handOver(exit, batch);
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
    }

    @Test
    void goods_under_suspension_are_neither_handed_over_nor_bought() {
        UUID back = useCases.batch(product, member, 10, 30);
        UUID offered = useCases.batch(product, member, 10, 30);
        UUID exit = leaving.requested(member);
        leaving.bound(member, exit, chosen(back, GoodsChoice.TAKE_BACK), chosen(offered, GoodsChoice.OFFER));
        useCases.execute("update batch set certificate_state = 'SUSPENDED' where member_id = ?", member);

        assertThat(code(leaving.handOver(exit, back))).isEqualTo("suspended-goods");
        assertThat(code(leaving.propose(exit, offered, "1.00", "leela"))).isEqualTo("suspended-goods");
    }

    @Test
    void goods_of_another_member_are_not_touched() {
        UUID others = useCases.batch(product, UUID.randomUUID(), 10, 30);

        UUID exit = bound(0, chosen(others, GoodsChoice.TAKE_BACK));

        assertThat(useCases.batchUnits(others, "on_hand")).isEqualByComparingTo("10");
        assertThat(leaving.state(exit)).isEqualTo(ExitClearance.State.CLEARED);
    }

    /** In any order of orders, cancellations, handovers, purchases and lapsing, each unit is in one place and every exit is cleared. */
    @Test
    void over_random_histories_no_unit_is_lost_and_every_exit_is_cleared_once_all_is_decided() {
        for (long seed = 1; seed <= 6; seed++) {
            history(new Random(seed), "seed " + seed);
        }
    }

    private void history(Random random, String seed) {
        UUID leaver = UUID.randomUUID();
        UUID partner = useCases.partner("1000000.00");
        List<UUID> batches = new ArrayList<>();
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            batches.add(useCases.batch(product, leaver, 1L + random.nextInt(20), 60));
        }
        UUID exit = leaving.requested(leaver);
        leaving.bound(
                leaver,
                exit,
                chosen(batches.get(0), GoodsChoice.TAKE_BACK),
                chosen(batches.get(1), GoodsChoice.OFFER),
                chosen(batches.get(2), random.nextBoolean() ? GoodsChoice.TAKE_BACK : GoodsChoice.OFFER));
        for (int step = 0; step < 25; step++) {
            UUID batch = batches.get(random.nextInt(batches.size()));
            switch (random.nextInt(6)) {
                case 0, 1 ->
                    orders.add(useCases.order(partner, product, 1L + random.nextInt(8))
                            .orderId());
                case 2 -> {
                    if (!orders.isEmpty()) {
                        UUID order = orders.get(random.nextInt(orders.size()));
                        LeavingGoods.call(() -> cancelOrder.cancel(order, "no", UseCases.CAUSE));
                    }
                }
                case 3 -> leaving.handOver(exit, batch);
                case 4 -> leaving.propose(exit, batch, "5.00", "leela");
                default -> leaving.approve(exit, batch, "mohan");
            }
            assertThat(leaving.isConserved()).as(seed + ", step " + step).isTrue();
        }
        leaving.clearedByQuality(leaver, exit, batches.size());
        batches.forEach(batch -> leaving.handOver(exit, batch));
        boundDaysAgo(exit, 31);
        lapseGoodsChoices.run();
        assertThat(leaving.state(exit)).as(seed).isEqualTo(ExitClearance.State.CLEARED);
        assertThat(leaving.isConserved()).as(seed).isTrue();
        assertThat(useCases.number("select coalesce(sum(taken_back), 0) from batch where member_id = ?", leaver))
                .as(seed + ": what was taken back is what the exit says")
                .isEqualByComparingTo(useCases.number(
                        "select coalesce(sum(quantity), 0) from exit_goods where exit_id = ? and state = 'TAKEN_BACK'",
                        exit));
    }

    private UUID offered(UUID batch) {
        return bound(1, chosen(batch, GoodsChoice.OFFER));
    }

    private String owner(UUID batch) {
        return useCases.number("select count(*) from batch where batch_id = ? and owner = 'FIRM'", batch)
                                .signum()
                        > 0
                ? "FIRM"
                : "MEMBER";
    }
}
