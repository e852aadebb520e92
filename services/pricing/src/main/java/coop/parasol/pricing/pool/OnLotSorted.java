package coop.parasol.pricing.pool;

import coop.parasol.contracts.NonconformityEvent.LotSorted;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps that the good part of a sorted lot was made for the commitment of the lot. */
@ApplicationScoped
public class OnLotSorted implements SetHandler<LotSorted> {

    private final SharedCommitments commitments;

    OnLotSorted(SharedCommitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void onAll(List<Received<LotSorted>> events) {
        commitments.sorted(events.stream().map(Received::event).toList());
    }
}
