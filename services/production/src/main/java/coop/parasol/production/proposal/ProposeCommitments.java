package coop.parasol.production.proposal;

import coop.parasol.contracts.UnitCode;
import coop.parasol.production.capacity.DeclaredCapacities;
import coop.parasol.production.capacity.DeclaredCapacities.ProductWeek;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.WantedGoods;
import coop.parasol.production.counting.rules.UniformRule;
import coop.parasol.production.member.FirmOwners;
import coop.parasol.production.member.Member;
import coop.parasol.production.outlook.UncoveredDemand;
import coop.parasol.production.outlook.UncoveredDemand.Uncovered;
import coop.parasol.production.product.Product;
import coop.parasol.production.reliability.PastDeliveries;
import coop.parasol.production.reliability.rules.Reliability;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Divides what is wanted of a product in a week among the producers that could make it, as it would count at the freeze if each
 * committed as much: by the uniform rule, over what each has committed, or could make as far as it has delivered before what counted.
 * What is left of its part over what it has committed is proposed to a producer. So what one accepts takes nothing from what is
 * proposed to others, and commitments beyond an equal part, which would not count, keep nobody from its own. Grades are divided from
 * the best down; what is proposed of one leaves less capacity for the next.
 */
@ApplicationScoped
class ProposeCommitments {

    private final UncoveredDemand demand;
    private final WantedGoods wanted;
    private final DeclaredCapacities capacities;
    private final CommittedQuantities committed;
    private final PastDeliveries deliveries;
    private final FirmOwners firmOwners;

    ProposeCommitments(
            UncoveredDemand demand,
            WantedGoods wanted,
            DeclaredCapacities capacities,
            CommittedQuantities committed,
            PastDeliveries deliveries,
            FirmOwners firmOwners) {
        this.demand = demand;
        this.wanted = wanted;
        this.capacities = capacities;
        this.committed = committed;
        this.deliveries = deliveries;
        this.firmOwners = firmOwners;
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
        List<Uncovered> grades = inOrderOfGrades(goods);
        Map<UUID, BigDecimal> free = grades.isEmpty() ? Map.of() : freeCapacities(goods);
        BigDecimal ownFree = free.get(memberId);
        if (ownFree == null) {
            return List.of();
        }
        Map<UUID, Reliability> reliabilities = deliveries.reliabilities(free.keySet(), goods.product());
        List<Proposal> proposals = new ArrayList<>();
        for (Uncovered grade : grades) {
            GoodsOfWeek ofWeek = new GoodsOfWeek(goods.product(), grade.grade(), goods.period());
            BigDecimal wantedOfGrade = wanted.of(ofWeek);
            Map<UUID, BigDecimal> proposed = divide(ofWeek, grade.unit(), wantedOfGrade, free, reliabilities);
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
    private Map<UUID, BigDecimal> divide(
            GoodsOfWeek goods,
            String unit,
            BigDecimal wantedOfGrade,
            Map<UUID, BigDecimal> free,
            Map<UUID, Reliability> reliabilities) {
        int decimals = UnitCode.of(unit).decimals();
        Map<UUID, BigDecimal> committedOfGrade = committed.ofGoods(goods).stream()
                .collect(Collectors.toMap(CommittedQuantities.Line::memberId, CommittedQuantities.Line::committed));
        Set<UUID> producers = new TreeSet<>(free.keySet());
        producers.addAll(committedOfGrade.keySet());
        Map<UUID, UUID> owners = firmOwners.of(producers);
        List<UniformRule.Commitment> claims = producers.stream()
                .map(producer -> {
                    BigDecimal own = committedOfGrade.getOrDefault(producer, BigDecimal.ZERO);
                    BigDecimal possible = reliabilities
                            .getOrDefault(producer, Reliability.NOTHING_COUNTED)
                            .of(own.add(free.getOrDefault(producer, BigDecimal.ZERO)), decimals);
                    return new UniformRule.Commitment(
                            producer, Objects.requireNonNull(owners.get(producer)), possible.max(own));
                })
                .toList();
        Map<UUID, BigDecimal> proposed = new HashMap<>();
        UniformRule.count(wantedOfGrade, claims, decimals).counts().forEach((producer, part) -> {
            BigDecimal left = part.subtract(committedOfGrade.getOrDefault(producer, BigDecimal.ZERO));
            if (left.signum() > 0) {
                proposed.put(producer, left);
            }
        });
        return proposed;
    }

    private List<Uncovered> inOrderOfGrades(ProductWeek goods) {
        List<Uncovered> uncovered = demand.of(goods.product(), goods.period());
        Product product = Product.findById(goods.product());
        return product == null
                ? List.of()
                : uncovered.stream()
                        .filter(each -> product.grades.contains(each.grade()))
                        .sorted(Comparator.comparingInt(each -> product.grades.indexOf(each.grade())))
                        .toList();
    }

    /** What active producers have declared and not committed; more than zero each. */
    private Map<UUID, BigDecimal> freeCapacities(ProductWeek goods) {
        Map<UUID, BigDecimal> declared = capacities.of(goods.product(), goods.period());
        Map<UUID, BigDecimal> used = committed.ofProduct(goods.product(), goods.period());
        Map<UUID, BigDecimal> free = new HashMap<>();
        for (UUID active : Member.activeAmong(declared.keySet())) {
            BigDecimal left =
                    Objects.requireNonNull(declared.get(active)).subtract(used.getOrDefault(active, BigDecimal.ZERO));
            if (left.signum() > 0) {
                free.put(active, left);
            }
        }
        return free;
    }
}
