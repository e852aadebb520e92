package coop.parasol.production.counting.rules;

import coop.parasol.contracts.UniformLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The uniform rule (Sprumont 1991; constrained equal awards): if more is committed than is wanted, each commitment counts up to one
 * level that is equal for all, so that nobody gains by committing more than it means to make. The level is rounded down to the
 * decimals of the unit; the remainder counts for nobody. Firms of one owner are one producer.
 */
public final class UniformRule {

    private UniformRule() {}

    /**
     * What a producer has committed.
     *
     * @param ownerId who owns the firm; firms of one owner have the same
     * @param committed zero or more, with no more decimals than the unit has
     */
    public record Commitment(UUID memberId, UUID ownerId, BigDecimal committed) {}

    /**
     * What counts.
     *
     * @param level up to which an owner's commitments count; null where everything counts whole
     * @param counts by producer, of every producer that has committed
     */
    public record Counted(@Nullable BigDecimal level, Map<UUID, BigDecimal> counts) {}

    /**
     * Divides what is wanted.
     *
     * @param wanted by partners, zero or more
     * @param decimals of the unit
     */
    public static Counted count(BigDecimal wanted, List<Commitment> commitments, int decimals) {
        Map<UUID, List<Commitment>> byOwner = new LinkedHashMap<>();
        commitments.forEach(one -> byOwner.computeIfAbsent(one.ownerId(), owner -> new ArrayList<>())
                .add(one));
        BigDecimal level = UniformLevel.of(
                wanted, byOwner.values().stream().map(UniformRule::sum).toList(), decimals);
        Map<UUID, BigDecimal> counts = new HashMap<>();
        for (List<Commitment> ofOwner : byOwner.values()) {
            BigDecimal own = level == null ? sum(ofOwner) : level.min(sum(ofOwner));
            BigDecimal ownLevel = UniformLevel.of(
                    own, ofOwner.stream().map(Commitment::committed).toList(), decimals);
            ofOwner.forEach(one ->
                    counts.put(one.memberId(), ownLevel == null ? one.committed() : ownLevel.min(one.committed())));
        }
        return new Counted(level, counts);
    }

    /**
     * How much more of an owner's commitments would count if it committed without limit: what others have committed, however much it is,
     * leaves it a part that is equal to theirs.
     *
     * @param wanted by partners, zero or more
     * @param commitments of all producers, the owner's own included
     * @param ownerId null for one that has committed nothing
     * @param decimals of the unit
     * @return zero or more
     */
    public static BigDecimal wouldCount(
            BigDecimal wanted, List<Commitment> commitments, @Nullable UUID ownerId, int decimals) {
        Map<UUID, BigDecimal> byOwner = new HashMap<>();
        commitments.forEach(one -> byOwner.merge(one.ownerId(), one.committed(), BigDecimal::add));
        BigDecimal own = ownerId == null ? null : byOwner.remove(ownerId);
        List<BigDecimal> others = List.copyOf(byOwner.values());
        BigDecimal now = own == null ? BigDecimal.ZERO : countsBeside(wanted, others, own, decimals);
        return countsBeside(wanted, others, wanted, decimals).subtract(now).max(BigDecimal.ZERO);
    }

    /** What counts of one claim beside others. */
    private static BigDecimal countsBeside(BigDecimal wanted, List<BigDecimal> others, BigDecimal own, int decimals) {
        List<BigDecimal> all = new ArrayList<>(others);
        all.add(own);
        BigDecimal level = UniformLevel.of(wanted, all, decimals);
        return level == null ? own : level.min(own);
    }

    private static BigDecimal sum(List<Commitment> commitments) {
        return commitments.stream().map(Commitment::committed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
