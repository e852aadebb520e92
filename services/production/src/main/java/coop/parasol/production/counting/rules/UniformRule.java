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

    private static BigDecimal sum(List<Commitment> commitments) {
        return commitments.stream().map(Commitment::committed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
