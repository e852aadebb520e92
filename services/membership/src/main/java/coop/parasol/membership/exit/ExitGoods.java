package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.exit.rules.GoodsChoices;
import coop.parasol.membership.pool.MemberGoods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What leaving members have chosen for their unsold goods. Whoever changes it has locked the exit. */
@ApplicationScoped
class ExitGoods {

    /** So many unsold lots of a member are shown and chosen for in one call; it is far below the 2 MiB of a body and the 8 MiB of an event. */
    static final int MAX_LOTS = 10_000;

    private final MemberGoods goods;
    private final Jdbi jdbi;

    ExitGoods(MemberGoods goods, Jdbi jdbi) {
        this.goods = goods;
        this.jdbi = jdbi;
    }

    /**
     * An unsold lot, and what becomes of it when the exit is binding.
     *
     * @param lot the producer's own
     * @param quantity units that are not dispatched; some may be reserved for orders, which are kept
     * @param choice STAY where the member has chosen nothing
     */
    record Lot(UUID batchId, String product, String lot, String grade, Quantity quantity, GoodsChoice choice) {}

    /** Replaces all that was chosen before. */
    void replace(UUID exitId, List<ChosenGoods> chosen) {
        List<ChosenGoods> kept = GoodsChoices.withoutStay(chosen);
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from exit_goods where exit_id = :exit")
                    .bind("exit", exitId)
                    .execute();
            handle.createUpdate("""
                            insert into exit_goods (exit_id, batch_id, choice)
                            select :exit, batch_id, choice from unnest(:batches, :choices) as chosen (batch_id, choice)
                            """)
                    .bind("exit", exitId)
                    .bindArray(
                            "batches",
                            UUID.class,
                            kept.stream().map(ChosenGoods::batchId).toList())
                    .bindArray(
                            "choices",
                            String.class,
                            kept.stream().map(one -> one.choice().name()).toList())
                    .execute();
        });
    }

    /** What was chosen, without what stays. */
    List<ChosenGoods> chosen(UUID exitId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch_id, choice from exit_goods where exit_id = :exit order by batch_id")
                .bind("exit", exitId)
                .mapTo(ChosenGoods.class)
                .list());
    }

    /** The member's unsold lots, {@link #MAX_LOTS} at most, with what was chosen in the exit. */
    List<Lot> lots(UUID memberId, List<ChosenGoods> chosen) {
        Map<UUID, GoodsChoice> choices = new HashMap<>();
        chosen.forEach(one -> choices.put(one.batchId(), one.choice()));
        return goods.unsold(memberId, MAX_LOTS).stream()
                .map(lot -> new Lot(
                        lot.batchId(),
                        lot.product(),
                        lot.lot(),
                        lot.grade(),
                        lot.quantity(),
                        choices.getOrDefault(lot.batchId(), GoodsChoice.STAY)))
                .toList();
    }
}
