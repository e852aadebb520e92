package coop.parasol.production.proposal;

import coop.parasol.production.capacity.DeclaredCapacities;
import coop.parasol.production.capacity.DeclaredCapacities.ProductWeek;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.commitment.CommittedQuantities.Line;
import coop.parasol.production.counting.WantedGoods;
import coop.parasol.production.member.FirmOwners;
import coop.parasol.production.member.Member;
import coop.parasol.production.outlook.UncoveredDemand;
import coop.parasol.production.outlook.UncoveredDemand.Uncovered;
import coop.parasol.production.product.Product;
import coop.parasol.production.reliability.PastDeliveries;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads all that proposals for products and weeks go by: as many statements for a hundred of them as for one. */
@ApplicationScoped
class ReadPlannedWeeks {

    private final UncoveredDemand demand;
    private final WantedGoods wanted;
    private final DeclaredCapacities capacities;
    private final CommittedQuantities committed;
    private final PastDeliveries deliveries;
    private final FirmOwners firmOwners;

    ReadPlannedWeeks(
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

    PlannedWeeks read(List<ProductWeek> weeks) {
        Set<String> products = weeks.stream().map(ProductWeek::product).collect(Collectors.toCollection(TreeSet::new));
        Map<ProductWeek, List<Uncovered>> grades = grades(weeks, products);
        List<Line> lines = committed.ofProducts(
                weeks.stream().map(ProductWeek::product).toList(),
                weeks.stream().map(ProductWeek::period).toList());
        Map<ProductWeek, Map<UUID, BigDecimal>> free = free(weeks, lines);
        Set<UUID> able =
                free.values().stream().flatMap(each -> each.keySet().stream()).collect(Collectors.toSet());
        Set<UUID> producers = new HashSet<>(able);
        lines.forEach(line -> producers.add(line.memberId()));
        return new PlannedWeeks(
                grades,
                free,
                wanted.of(grades.values().stream()
                        .flatMap(List::stream)
                        .map(each -> new GoodsOfWeek(
                                each.week().product(), each.grade(), each.week().period()))
                        .toList()),
                lines.stream()
                        .collect(Collectors.groupingBy(
                                line -> new GoodsOfWeek(line.product(), line.grade(), line.period()),
                                Collectors.toMap(Line::memberId, Line::committed))),
                products.isEmpty() ? Map.of() : deliveries.reliabilities(able, products),
                firmOwners.of(producers));
    }

    /** The grades that anybody wants or has committed, from the best down. */
    private Map<ProductWeek, List<Uncovered>> grades(List<ProductWeek> weeks, Collection<String> products) {
        Map<String, Product> known = Product.ofCodes(products);
        return demand
                .of(weeks.stream()
                        .map(week -> new UncoveredDemand.Week(week.product(), week.period()))
                        .toList())
                .stream()
                .filter(each -> gradeNumber(known, each) >= 0)
                .sorted(Comparator.comparingInt(each -> gradeNumber(known, each)))
                .collect(Collectors.groupingBy(each ->
                        new ProductWeek(each.week().product(), each.week().period())));
    }

    /** The place of the grade in the product's standard, from 0; negative where it has none. */
    private static int gradeNumber(Map<String, Product> products, Uncovered uncovered) {
        Product product = products.get(uncovered.week().product());
        return product == null ? -1 : product.grades.indexOf(uncovered.grade());
    }

    /** What active producers have declared and not committed; more than zero each. */
    private Map<ProductWeek, Map<UUID, BigDecimal>> free(List<ProductWeek> weeks, List<Line> lines) {
        Map<ProductWeek, Map<UUID, BigDecimal>> declared = capacities.of(weeks);
        Map<ProductWeek, Map<UUID, BigDecimal>> used = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> new ProductWeek(line.product(), line.period()),
                        Collectors.toMap(Line::memberId, Line::committed, BigDecimal::add)));
        Set<UUID> active = Set.copyOf(Member.activeAmong(declared.values().stream()
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toSet())));
        Map<ProductWeek, Map<UUID, BigDecimal>> free = new HashMap<>();
        declared.forEach((week, capacity) -> {
            Map<UUID, BigDecimal> usedOfWeek = used.getOrDefault(week, Map.of());
            Map<UUID, BigDecimal> left = new HashMap<>();
            capacity.forEach((member, quantity) -> {
                BigDecimal rest = quantity.subtract(usedOfWeek.getOrDefault(member, BigDecimal.ZERO));
                if (active.contains(member) && rest.signum() > 0) {
                    left.put(member, rest);
                }
            });
            free.put(week, left);
        });
        return free;
    }
}
