package coop.parasol.pricing.advance;

import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.advance.AdvanceFacts.Known;
import coop.parasol.pricing.advance.AdvanceLedger.Decided;
import coop.parasol.pricing.advance.rules.AdvanceDecision;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Advance;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Outcome;
import coop.parasol.pricing.advance.rules.CountedWeek;
import coop.parasol.pricing.pool.BatchListener;
import coop.parasol.pricing.pool.PoolBatches;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import coop.parasol.pricing.pool.PoolBylaws;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides once about each batch that was certified under a rate, as soon as it is known for which commitment it was made and what counts
 * of that. The events that say so come in any order; whoever keeps one of them locks the firm's total before it looks for the others, so
 * that of two that come at once the later sees both.
 */
@ApplicationScoped
class GrantAdvances implements BatchListener {

    private final PoolBatches batches;
    private final AdvanceRates rates;
    private final AdvanceFacts facts;
    private final AdvanceLedger ledger;
    private final WaitingBatches waiting;
    private final PoolBylaws bylaws;
    private final FirmClock clock;
    private final Outbox outbox;

    GrantAdvances(
            PoolBatches batches,
            AdvanceRates rates,
            AdvanceFacts facts,
            AdvanceLedger ledger,
            WaitingBatches waiting,
            PoolBylaws bylaws,
            FirmClock clock,
            Outbox outbox) {
        this.batches = batches;
        this.rates = rates;
        this.facts = facts;
        this.ledger = ledger;
        this.waiting = waiting;
        this.bylaws = bylaws;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    public void changed(List<BatchChange> changes) {
        Map<UUID, Cause> causes = new HashMap<>();
        changes.stream()
                .filter(change -> change.unsettled() == null)
                .forEach(change -> causes.put(change.batchId(), change.cause()));
        if (!causes.isEmpty() && rates.wereEverApproved()) {
            decide(causes, ledger.lock());
        }
    }

    /** Production has told of commitments. */
    void commitmentsKnown(Map<UUID, Cause> causes) {
        if (rates.wereEverApproved()) {
            Money outstanding = ledger.lock();
            decide(waiting.forCommitments(causes), outstanding);
        }
    }

    /** Production has told what counts of commitments. */
    void countsKnown(Map<CountedWeek, Cause> causes) {
        if (rates.wereEverApproved()) {
            Money outstanding = ledger.lock();
            decide(waiting.forWeeks(causes), outstanding);
        }
    }

    private void decide(Map<UUID, Cause> causes, Money outstanding) {
        Set<UUID> decided = ledger.decided(causes.keySet());
        List<CertifiedBatch> certified = batches.certified(causes.keySet()).stream()
                .filter(batch -> !decided.contains(batch.batchId()))
                .toList();
        Map<UUID, Integer> rated = certified.isEmpty() ? Map.of() : rates.atCertification(certified);
        List<CertifiedBatch> underRate = certified.stream()
                .filter(batch -> rated.containsKey(batch.batchId()))
                .toList();
        if (underRate.isEmpty()) {
            return;
        }
        Map<UUID, Integer> capped = capped(rated);
        List<Known> known = facts.of(underRate, capped, ledger.paid(ids(underRate)));
        waiting.replace(
                ids(underRate),
                known.stream().filter(each -> each.goods() == null).toList(),
                capped);
        grant(known.stream().filter(each -> each.goods() != null).toList(), causes, outstanding);
    }

    /** No rate is higher than the bylaws allow now. */
    private Map<UUID, Integer> capped(Map<UUID, Integer> rated) {
        int maximum = bylaws.maximumAdvanceRate();
        return rated.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rate -> Math.min(rate.getValue(), maximum)));
    }

    private void grant(List<Known> known, Map<UUID, Cause> causes, Money outstanding) {
        List<Goods> goods =
                known.stream().map(each -> Objects.requireNonNull(each.goods())).toList();
        Money room = bylaws.advanceLimit().minus(outstanding);
        List<Advance> advances = AdvanceDecision.decide(
                goods,
                ledger.used(goods.stream()
                        .map(Goods::week)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                room);
        List<Decided> rows = new ArrayList<>();
        List<Outbox.Decided> events = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Decided row = new Decided(Ids.next(), known.get(i).batch(), goods.get(i), advances.get(i), clock.now());
            rows.add(row);
            if (row.advance().outcome() == Outcome.GRANTED) {
                events.add(new Outbox.Decided(
                        granted(row),
                        Objects.requireNonNull(causes.get(row.batch().batchId())),
                        Outbox.traceparent()));
            }
        }
        ledger.store(rows);
        outbox.append(events);
    }

    private static AdvanceGranted granted(Decided row) {
        return new AdvanceGranted(
                row.id(),
                row.batch().memberId(),
                row.batch().batchId(),
                row.batch().product(),
                row.batch().grade(),
                row.advance().quantity(),
                row.goods().rate(),
                Objects.requireNonNull(row.goods().price()),
                row.advance().amount(),
                row.decidedAt());
    }

    private static List<UUID> ids(Collection<CertifiedBatch> batches) {
        return batches.stream().map(CertifiedBatch::batchId).toList();
    }
}
