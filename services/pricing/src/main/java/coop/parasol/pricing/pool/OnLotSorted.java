package coop.parasol.pricing.pool;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps that the good part of a sorted lot was made for the commitment of the lot. */
@ApplicationScoped
public class OnLotSorted implements SetHandler<LotSorted> {

    private final SharedCommitments commitments;
    private final BatchListeners listeners;

    OnLotSorted(SharedCommitments commitments, BatchListeners listeners) {
        this.commitments = commitments;
        this.listeners = listeners;
    }

    @Override
    public void onAll(List<Received<LotSorted>> events) {
        commitments.sorted(events.stream().map(Received::event).toList());
        listeners.heard(events, null, event -> List.of(event.batchId()));
    }
}
