package coop.parasol.production.counting;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.UnitCode;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.rules.UniformRule;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.FirmOwners;
import coop.parasol.production.outlook.CountingPart;
import coop.parasol.production.outlook.DemandOutlook.GoodsWeek;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reckons by the uniform rule what more would count; as many statements for a page of weeks as for one. */
@ApplicationScoped
class ReckonCountingPart implements CountingPart {

    private final CommittedQuantities committed;
    private final WantedGoods wantedGoods;
    private final FirmOwners firmOwners;
    private final PlanningFreeze freeze;

    ReckonCountingPart(
            CommittedQuantities committed, WantedGoods wantedGoods, FirmOwners firmOwners, PlanningFreeze freeze) {
        this.committed = committed;
        this.wantedGoods = wantedGoods;
        this.firmOwners = firmOwners;
        this.freeze = freeze;
    }

    @Override
    public Map<GoodsWeek, BigDecimal> wouldCount(@Nullable UUID memberId, List<GoodsWeek> goods) {
        Period firstOpen = freeze.firstOpen();
        List<GoodsOfWeek> open = goods.stream()
                .filter(each -> each.period().compareTo(firstOpen) >= 0)
                .map(each ->
                        new GoodsOfWeek(each.goods().product(), each.goods().grade(), each.period()))
                .toList();
        Map<GoodsWeek, BigDecimal> parts = new HashMap<>();
        goods.forEach(each -> parts.put(each, BigDecimal.ZERO));
        if (open.isEmpty()) {
            return parts;
        }
        Map<GoodsOfWeek, BigDecimal> wanted = wantedGoods.of(open);
        Map<GoodsOfWeek, List<CommittedQuantities.Line>> lines = committed
                .ofProducts(
                        open.stream().map(GoodsOfWeek::product).toList(),
                        open.stream().map(GoodsOfWeek::period).toList())
                .stream()
                .collect(Collectors.groupingBy(line -> new GoodsOfWeek(line.product(), line.grade(), line.period())));
        Map<UUID, UUID> owners = owners(memberId, lines);
        UUID own = memberId == null ? null : owners.get(memberId);
        for (GoodsOfWeek each : open) {
            List<CommittedQuantities.Line> ofGoods = lines.getOrDefault(each, List.of());
            parts.put(
                    new GoodsWeek(each.goods(), each.period()),
                    UniformRule.wouldCount(
                            Objects.requireNonNull(wanted.get(each)), claims(ofGoods, owners), own, decimals(ofGoods)));
        }
        return parts;
    }

    private Map<UUID, UUID> owners(@Nullable UUID memberId, Map<GoodsOfWeek, List<CommittedQuantities.Line>> lines) {
        Set<UUID> members = new HashSet<>();
        lines.values().forEach(ofGoods -> ofGoods.forEach(line -> members.add(line.memberId())));
        if (memberId != null) {
            members.add(memberId);
        }
        return firmOwners.of(members);
    }

    private static List<UniformRule.Commitment> claims(List<CommittedQuantities.Line> lines, Map<UUID, UUID> owners) {
        return lines.stream()
                .map(line -> new UniformRule.Commitment(
                        line.memberId(), Objects.requireNonNull(owners.get(line.memberId())), line.committed()))
                .toList();
    }

    /** Where nobody has committed nothing is divided. */
    private static int decimals(List<CommittedQuantities.Line> lines) {
        return lines.isEmpty() ? 0 : UnitCode.of(lines.getFirst().unit()).decimals();
    }
}
