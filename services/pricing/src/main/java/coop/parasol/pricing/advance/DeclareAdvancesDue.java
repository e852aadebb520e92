package coop.parasol.pricing.advance;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.advance.AdvanceLedger.Due;
import coop.parasol.pricing.advance.rules.AdvanceRecovery;
import coop.parasol.pricing.advance.rules.AdvanceRecovery.Standing;
import coop.parasol.pricing.pool.BatchListener;
import coop.parasol.pricing.pool.PoolBatches;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Drops advances on goods that will not be settled any more, since they have expired or were recalled, taken back or bought in: their members owe them in the books. */
@ApplicationScoped
class DeclareAdvancesDue implements BatchListener {

    private final AdvanceRates rates;
    private final AdvanceLedger ledger;
    private final PoolBatches batches;
    private final FirmClock clock;
    private final Outbox outbox;

    DeclareAdvancesDue(AdvanceRates rates, AdvanceLedger ledger, PoolBatches batches, FirmClock clock, Outbox outbox) {
        this.rates = rates;
        this.ledger = ledger;
        this.batches = batches;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    public void changed(List<BatchChange> changes) {
        Map<UUID, BatchChange> unsettled = new HashMap<>();
        changes.stream()
                .filter(change -> change.unsettled() != null)
                .forEach(change -> unsettled.put(change.batchId(), change));
        if (unsettled.isEmpty() || !rates.wereEverApproved()) {
            return;
        }
        ledger.lock();
        List<Standing> standing = ledger.outstandingOf(unsettled.keySet());
        if (!standing.isEmpty()) {
            declare(standing, unsettled);
        }
    }

    private void declare(List<Standing> standing, Map<UUID, BatchChange> unsettled) {
        Map<UUID, CertifiedBatch> goods = batches.certified(unsettled.keySet()).stream()
                .collect(Collectors.toMap(CertifiedBatch::batchId, Function.identity()));
        List<Due> dues = new ArrayList<>();
        List<Outbox.Decided> events = new ArrayList<>();
        for (Standing advance : standing) {
            CertifiedBatch batch = Objects.requireNonNull(goods.get(advance.batchId()));
            BatchChange change = Objects.requireNonNull(unsettled.get(advance.batchId()));
            Money amount = AdvanceRecovery.dropped(advance, batch.remaining());
            if (amount.isPositive()) {
                AdvanceDue event = new AdvanceDue(
                        Ids.next(),
                        advance.advanceId(),
                        batch.memberId(),
                        batch.batchId(),
                        Objects.requireNonNull(change.unsettled()),
                        amount,
                        clock.now());
                dues.add(
                        new Due(event.dueId(), event.advanceId(), event.reason().name(), amount, event.declaredAt()));
                events.add(new Outbox.Decided(event, change.cause(), Outbox.traceparent()));
            }
        }
        ledger.declareDue(dues);
        outbox.append(events);
    }
}
