package coop.parasol.production.counting;

import coop.parasol.contracts.UnitCode;
import coop.parasol.production.commitment.CommittedQuantities;
import coop.parasol.production.commitment.CommittedQuantities.GoodsOfWeek;
import coop.parasol.production.counting.CountedCommitments.FrozenWeek;
import coop.parasol.production.counting.CountedCommitments.Line;
import coop.parasol.production.counting.rules.UniformRule;
import coop.parasol.production.member.FirmOwners;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reckons what counts of the commitments for a product, grade and week as orders, forecasts, stock and commitments are at the moment. */
@ApplicationScoped
class Reckoning {

    private final CommittedQuantities committed;
    private final WantedGoods wantedGoods;
    private final FirmOwners firmOwners;

    Reckoning(CommittedQuantities committed, WantedGoods wantedGoods, FirmOwners firmOwners) {
        this.committed = committed;
        this.wantedGoods = wantedGoods;
        this.firmOwners = firmOwners;
    }

    /**
     * What counts.
     *
     * @param lines of all producers that have committed
     */
    record Result(FrozenWeek week, List<Line> lines) {}

    /** Empty if nobody has committed, or all have taken it back. */
    Optional<Result> of(GoodsOfWeek goods) {
        List<CommittedQuantities.Line> commitments = committed.ofGoods(goods);
        return commitments.isEmpty() ? Optional.empty() : Optional.of(of(goods, commitments));
    }

    private Result of(GoodsOfWeek goods, List<CommittedQuantities.Line> commitments) {
        String unit = commitments.getFirst().unit();
        BigDecimal wanted = wantedGoods.of(goods);
        Map<UUID, UUID> owners = firmOwners.of(
                commitments.stream().map(CommittedQuantities.Line::memberId).toList());
        List<UniformRule.Commitment> claims = commitments.stream()
                .map(line -> new UniformRule.Commitment(line.memberId(), owner(owners, line), line.committed()))
                .toList();
        UniformRule.Counted counted =
                UniformRule.count(wanted, claims, UnitCode.of(unit).decimals());
        Map<UUID, BigDecimal> byOwner = new HashMap<>();
        claims.forEach(claim -> byOwner.merge(claim.ownerId(), claim.committed(), BigDecimal::add));
        List<Line> lines = commitments.stream()
                .map(line -> new Line(
                        line.memberId(),
                        line.product(),
                        line.grade(),
                        line.period(),
                        line.committed(),
                        Objects.requireNonNull(byOwner.get(owner(owners, line))),
                        Objects.requireNonNull(counted.counts().get(line.memberId()))))
                .toList();
        BigDecimal all = byOwner.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        FrozenWeek week = new FrozenWeek(
                goods.product(),
                goods.grade(),
                goods.period(),
                unit,
                wanted,
                all,
                byOwner.size(),
                counted.level(),
                null);
        return new Result(week, lines);
    }

    private static UUID owner(Map<UUID, UUID> owners, CommittedQuantities.Line line) {
        return Objects.requireNonNull(owners.get(line.memberId()));
    }
}
