package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Settlements of nothing, for tests of what belongs to a settlement. */
public final class SettlementFixture {

    private static final Money NOTHING = Money.zero("INR");

    private SettlementFixture() {}

    /** A draft that replaces an earlier one of the product; needs a transaction. */
    public static Settlement draft(String product, Period period, UUID poolId) {
        Settlement.delete("product = ?1 and state = ?2", product, Settlement.State.DRAFT);
        Settlement settlement = new Settlement();
        settlement.id = Ids.next();
        settlement.poolId = poolId;
        settlement.product = product;
        settlement.period = period.toString();
        settlement.state = Settlement.State.DRAFT;
        settlement.draftedBy = "priya";
        settlement.draftedAt = Instant.parse("2026-11-28T08:00:00Z");
        settlement.follows(Settlement.<Settlement>find("poolId = ?1 order by number desc", poolId)
                .firstResult());
        settlement.setDivision(new DividedPool(
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                BigDecimal.ZERO,
                UnitPrice.of(NOTHING),
                List.of(),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING));
        settlement.persistAndFlush();
        return settlement;
    }
}
