package coop.parasol.pricing.settlement.rules;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PricingEvent.OriginatorShareLine;
import coop.parasol.contracts.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What originators keep of what goods earn that others have made of parts of their commitments (overflow sharing): the share of the net
 * receipts times the equivalents of these goods, divided by all equivalents, rounded down. The taker earns less by it and the originator
 * more, so that all producers together earn the same.
 */
public final class OriginatorShares {

    private OriginatorShares() {}

    /**
     * Goods of which an originator keeps a share.
     *
     * @param commitmentId of the taker, for which they were made
     * @param quantity in the pool, at most what the taker has of the grade
     * @param originatorShare in basis points
     * @param recalled whether they have left the pool because they were called back; nothing is kept of them then
     */
    public record SharedGoods(
            UUID commitmentId,
            UUID originatorId,
            UUID takerId,
            String grade,
            Quantity quantity,
            int originatorShare,
            boolean recalled) {

        /** The same as if nothing had been called back. */
        SharedGoods withoutRecall() {
            return new SharedGoods(commitmentId, originatorId, takerId, grade, quantity, originatorShare, false);
        }
    }

    static List<OriginatorShareLine> lines(
            List<SharedGoods> shared, Map<String, BigDecimal> gradeFactors, Money net, BigDecimal equivalents) {
        return shared.stream()
                .filter(goods -> !goods.recalled())
                .map(goods -> {
                    BigDecimal own = PoolArithmetic.weighted(
                            goods.quantity(), gradeFactors.getOrDefault(goods.grade(), BigDecimal.ONE));
                    return new OriginatorShareLine(
                            goods.commitmentId(),
                            goods.originatorId(),
                            goods.takerId(),
                            goods.grade(),
                            goods.quantity(),
                            own,
                            goods.originatorShare(),
                            PoolArithmetic.part(net, own, equivalents, goods.originatorShare()));
                })
                .toList();
    }

    /** Those that a producer keeps or leaves. */
    static List<OriginatorShareLine> of(UUID member, List<OriginatorShareLine> lines) {
        return lines.stream()
                .filter(line ->
                        line.originatorId().equals(member) || line.takerId().equals(member))
                .toList();
    }

    /** What a producer earns more by them, or less where it is negative. */
    static Money balance(UUID member, List<OriginatorShareLine> lines, Money nothing) {
        Money balance = nothing;
        for (OriginatorShareLine line : lines) {
            if (line.originatorId().equals(member)) {
                balance = balance.plus(line.amount());
            }
            if (line.takerId().equals(member)) {
                balance = balance.minus(line.amount());
            }
        }
        return balance;
    }
}
