package coop.parasol.pricing.advance;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.pricing.advance.CountedCommitments.Counted;
import coop.parasol.pricing.advance.CountedCommitments.Made;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import coop.parasol.pricing.pool.SharedCommitments;
import coop.parasol.pricing.pool.SharedCommitments.MadeFor;
import coop.parasol.pricing.pricelist.LowestTierPrices;
import coop.parasol.pricing.pricelist.LowestTierPrices.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what has to be known before it is decided about advances on certified batches. */
@ApplicationScoped
class AdvanceFacts {

    private final SharedCommitments sharedCommitments;
    private final CountedCommitments countedCommitments;
    private final LowestTierPrices prices;

    AdvanceFacts(SharedCommitments sharedCommitments, CountedCommitments countedCommitments, LowestTierPrices prices) {
        this.sharedCommitments = sharedCommitments;
        this.countedCommitments = countedCommitments;
        this.prices = prices;
    }

    /**
     * What is known of a batch.
     *
     * @param commitmentId that it was made for; null for none, or where production has not told it yet
     * @param goods null while it is not known what counts of the commitment, or whether there is one
     */
    record Known(
            CertifiedBatch batch,
            @Nullable UUID commitmentId,
            @Nullable Goods goods) {}

    /**
     * The facts about batches, in their order.
     *
     * @param rates in basis points, of each of the batches
     * @param paid batches of which a settlement has paid units
     */
    List<Known> of(List<CertifiedBatch> batches, Map<UUID, Integer> rates, Set<UUID> paid) {
        Map<UUID, MadeFor> made = new HashMap<>();
        sharedCommitments
                .madeFor(batches.stream().map(CertifiedBatch::batchId).toList())
                .forEach(each -> made.put(each.batchId(), each));
        Map<UUID, Counted> counted = countedCommitments.of(committed(batches, made));
        Map<Asked, UnitPrice> lowest =
                prices.of(batches.stream().map(AdvanceFacts::asked).collect(Collectors.toSet()));
        return batches.stream()
                .map(batch -> {
                    MadeFor madeFor = made.get(batch.batchId());
                    Counted counts = counted.get(batch.batchId());
                    boolean known = madeFor != null
                            && (madeFor.commitmentId() == null || (counts != null && counts.counts() != null));
                    Goods goods = new Goods(
                            paid.contains(batch.batchId()) ? Quantity.zero(batch.unit()) : batch.unsold(),
                            counts == null ? null : counts.week(),
                            counts == null ? null : counts.counts(),
                            lowest.get(asked(batch)),
                            Objects.requireNonNull(rates.get(batch.batchId())));
                    return new Known(batch, madeFor == null ? null : madeFor.commitmentId(), known ? goods : null);
                })
                .toList();
    }

    private static List<Made> committed(List<CertifiedBatch> batches, Map<UUID, MadeFor> made) {
        List<Made> committed = new ArrayList<>();
        for (CertifiedBatch batch : batches) {
            MadeFor madeFor = made.get(batch.batchId());
            if (madeFor != null && madeFor.commitmentId() != null) {
                committed.add(new Made(batch.batchId(), madeFor.commitmentId(), batch.grade()));
            }
        }
        return committed;
    }

    private static Asked asked(CertifiedBatch batch) {
        return new Asked(batch.product(), batch.grade(), batch.certifiedAt());
    }
}
