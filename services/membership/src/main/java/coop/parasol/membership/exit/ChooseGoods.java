package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.GoodsChoices;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A leaving member says what becomes of its unsold goods: they stay in the pools, it takes them back, or it offers them to the firm.
 * It may change that until its exit is binding; then it is told to distribution, once.
 */
@ApplicationScoped
class ChooseGoods {

    private final FirmClock clock;
    private final ExitGoods exitGoods;
    private final MemberGoods goods;
    private final ExitSteps steps;

    ChooseGoods(FirmClock clock, ExitGoods exitGoods, MemberGoods goods, ExitSteps steps) {
        this.clock = clock;
        this.exitGoods = exitGoods;
        this.goods = goods;
        this.steps = steps;
    }

    sealed interface Outcome permits Chosen, NotYours, Closed {}

    record Chosen(ExitCase exit) implements Outcome {}

    /** @param index of the batch that is not the member's, or named twice */
    record NotYours(int index) implements Outcome {}

    /** The exit is binding, withdrawn, or not asked for by the member: nothing is to be chosen. */
    record Closed(ExitState state) implements Outcome {}

    /** The first batch of the list that cannot be chosen for; empty if all can. */
    Optional<Integer> firstWrong(UUID memberId, List<ChosenGoods> chosen) {
        return GoodsChoices.firstWrong(
                chosen,
                goods.ofMember(
                        memberId, chosen.stream().map(ChosenGoods::batchId).toList()));
    }

    /** @param exitId of an exit that exists; the list replaces what was chosen before, and what it does not name stays */
    Outcome choose(UUID exitId, List<ChosenGoods> chosen, Cause cause) {
        ExitCase exit = ExitCase.lock(exitId).orElseThrow();
        if (!GoodsChoices.isOpen(exit.kind, exit.state, exit.noticeUntil, clock.today())) {
            return new Closed(exit.state);
        }
        Optional<Integer> wrong = firstWrong(exit.memberId, chosen);
        if (wrong.isPresent()) {
            return new NotYours(wrong.get());
        }
        store(exit, chosen, cause);
        return new Chosen(exit);
    }

    /** @param exit locked, or just requested; {@code chosen} is checked */
    void store(ExitCase exit, List<ChosenGoods> chosen, Cause cause) {
        exitGoods.replace(exit.id, chosen);
        exit.goodsChosenAt = clock.now();
        ExitCase.flush();
        steps.record(exit.id, ExitStep.GOODS_CHOSEN, counts(chosen), null, cause);
    }

    /** What the member had chosen in an exit before holds in the one that takes its place. Both are locked. */
    void carryOver(ExitCase before, ExitCase exit, Cause cause) {
        if (before.goodsChosenAt == null) {
            return;
        }
        List<ChosenGoods> chosen = exitGoods.chosen(before.id);
        exitGoods.replace(exit.id, chosen);
        exit.goodsChosenAt = before.goodsChosenAt;
        ExitCase.flush();
        steps.record(
                exit.id,
                ExitStep.GOODS_CHOSEN,
                counts(chosen) + ", as chosen before, in exit " + before.id,
                null,
                cause);
    }

    private static String counts(List<ChosenGoods> chosen) {
        return "%d taken back, %d offered"
                .formatted(count(chosen, GoodsChoice.TAKE_BACK), count(chosen, GoodsChoice.OFFER));
    }

    private static long count(List<ChosenGoods> chosen, GoodsChoice choice) {
        return chosen.stream().filter(one -> one.choice() == choice).count();
    }
}
