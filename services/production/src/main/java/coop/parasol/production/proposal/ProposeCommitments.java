package coop.parasol.production.proposal;

import coop.parasol.contracts.UnitCode;
import coop.parasol.production.capacity.DeclaredCapacities.ProductWeek;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.rules.UniformRule;
import coop.parasol.production.outlook.UncoveredDemand.Uncovered;
import coop.parasol.production.reliability.rules.Reliability;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Divides what is wanted of a product in a week among the producers that could make it, as it would count at the freeze if each
 * committed as much: by the uniform rule, over what each has committed, or could make as far as it has delivered before what counted.
 * What is left of its part over what it has committed is proposed to a producer. So what one accepts takes nothing from what is
 * proposed to others, and commitments beyond an equal part, which would not count, keep nobody from its own. Grades are divided from
 * the best down; what is proposed of one leaves less capacity for the next.
 */
@ApplicationScoped
class ProposeCommitments {

    private final ReadPlannedWeeks weeks;

    ProposeCommitments(ReadPlannedWeeks weeks) {
        this.weeks = weeks;
    }

    /**
     * What is proposed to a producer, in the unit of the product.
     *
     * @param wanted of the grade in the week, by all partners
     * @param uncovered of it, which nobody has committed
     * @param freeCapacity what the producer has declared for the product and week and not committed
     * @param proposed more than zero, and at most the free capacity
     */
    record Proposal(
            ProductWeek goods,
            String grade,
            String unit,
            BigDecimal wanted,
            BigDecimal uncovered,
            BigDecimal freeCapacity,
            Reliability reliability,
            BigDecimal proposed) {}

    /** What is proposed to a producer of a product for a week, by grade; nothing to one that is not active or has no capacity. */
    List<Proposal> of(UUID memberId, ProductWeek goods) {
        return of(memberId, List.of(goods));
    }

    /** The same for several products and weeks, in their order; in a fixed number of statements however many they and the producers are. */
    List<Proposal> of(UUID memberId, List<ProductWeek> all) {
        PlannedWeeks planned = weeks.read(all);
        return all.stream()
                .flatMap(goods -> proposals(memberId, goods, planned).stream())
                .toList();
    }

    private static List<Proposal> proposals(UUID memberId, ProductWeek goods, PlannedWeeks planned) {
        Map<UUID, BigDecimal> free = planned.free(goods);
        BigDecimal ownFree = free.get(memberId);
        if (ownFree == null) {
            return List.of();
        }
        Map<UUID, Reliability> reliabilities = planned.reliabilities(goods.product());
        List<Proposal> proposals = new ArrayList<>();
        for (Uncovered grade : planned.grades(goods)) {
            GoodsOfWeek ofWeek = new GoodsOfWeek(goods.product(), grade.grade(), goods.period());
            BigDecimal wantedOfGrade = planned.wanted(ofWeek);
            Map<UUID, BigDecimal> proposed = divide(
                    goods.product(),
                    UnitCode.of(grade.unit()).decimals(),
                    wantedOfGrade,
                    planned.committed(ofWeek),
                    free,
                    planned);
            BigDecimal own = proposed.getOrDefault(memberId, BigDecimal.ZERO);
            if (own.signum() > 0) {
                proposals.add(new Proposal(
                        goods,
                        grade.grade(),
                        grade.unit(),
                        wantedOfGrade,
                        grade.quantity(),
                        ownFree,
                        reliabilities.getOrDefault(memberId, Reliability.NOTHING_COUNTED),
                        own));
            }
            proposed.forEach((producer, part) -> free.merge(producer, part, BigDecimal::subtract));
        }
        return proposals;
    }

    /** What is proposed to each producer that has anything left to make. */
    private static Map<UUID, BigDecimal> divide(
            String product,
            int decimals,
            BigDecimal wantedOfGrade,
            Map<UUID, BigDecimal> committed,
            Map<UUID, BigDecimal> free,
            PlannedWeeks planned) {
        Map<UUID, Reliability> reliabilities = planned.reliabilities(product);
        Set<UUID> producers = new TreeSet<>(free.keySet());
        producers.addAll(committed.keySet());
        List<UniformRule.Commitment> claims = producers.stream()
                .map(producer -> {
                    BigDecimal own = committed.getOrDefault(producer, BigDecimal.ZERO);
                    BigDecimal possible = reliabilities
                            .getOrDefault(producer, Reliability.NOTHING_COUNTED)
                            .of(own.add(free.getOrDefault(producer, BigDecimal.ZERO)), decimals);
                    return new UniformRule.Commitment(producer, planned.owner(producer), possible.max(own));
                })
                .toList();
        Map<UUID, BigDecimal> proposed = new HashMap<>();
        UniformRule.count(wantedOfGrade, claims, decimals).counts().forEach((producer, part) -> {
            BigDecimal left = part.subtract(committed.getOrDefault(producer, BigDecimal.ZERO));
            if (left.signum() > 0) {
                proposed.put(producer, left);
            }
        });
        return proposed;
    }
}
