package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.Quantity;
import coop.parasol.membership.exit.rules.GoodsChoices;
import coop.parasol.membership.pool.MemberGoods;
import coop.parasol.membership.pool.MemberGoods.UnsoldLot;
import coop.parasol.membership.pool.MemberGoods.UnsoldSum;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What leaving members have chosen for their unsold goods. Whoever changes it has locked the exit. */
@ApplicationScoped
class ExitGoods {

    /** So many lots are chosen for in one call, and with an exit; it is far below the 2 MiB of a body and the 8 MiB of an event. */
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

    /**
     * The member's unsold lots after a batch, in the order of the batches, with what was chosen.
     *
     * @param exitId empty where the member has not asked to leave
     */
    List<Lot> page(UUID memberId, Optional<UUID> exitId, UUID afterBatch, int maxRows) {
        List<UnsoldLot> lots = goods.unsold(memberId, afterBatch, maxRows);
        Map<UUID, GoodsChoice> choices = exitId.map(exit ->
                        choices(exit, lots.stream().map(UnsoldLot::batchId).toList()))
                .orElse(Map.of());
        return lots.stream()
                .map(lot -> new Lot(
                        lot.batchId(),
                        lot.product(),
                        lot.lot(),
                        lot.grade(),
                        lot.quantity(),
                        choices.getOrDefault(lot.batchId(), GoodsChoice.STAY)))
                .toList();
    }

    private Map<UUID, GoodsChoice> choices(UUID exitId, List<UUID> batchIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch_id, choice from exit_goods where exit_id = :exit and batch_id = any(:batches)")
                .bind("exit", exitId)
                .bindArray("batches", UUID.class, batchIds)
                .mapTo(ChosenGoods.class)
                .collect(Collectors.toMap(ChosenGoods::batchId, ChosenGoods::choice)));
    }

    /**
     * The member's unsold lots, added up by product, grade and choice.
     *
     * @param exitId empty where the member has not asked to leave
     */
    List<UnsoldSum> sums(UUID memberId, Optional<UUID> exitId) {
        return goods.unsoldSums(memberId, exitId.map(this::chosen).orElse(List.of()));
    }
}
