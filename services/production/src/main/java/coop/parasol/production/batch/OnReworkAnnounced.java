package coop.parasol.production.batch;

import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.messaging.SetHandler;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A rejected batch has been reworked and is judged once more. */
@ApplicationScoped
public class OnReworkAnnounced implements SetHandler<ReworkAnnounced> {

    @Override
    public void onAll(List<Received<ReworkAnnounced>> events) {
        Map<UUID, Batch> batches =
                Batch.reported(Columns.of(events, received -> received.event().batchId()));
        for (Received<ReworkAnnounced> received : events) {
            Batch batch = Objects.requireNonNull(batches.get(received.event().batchId()));
            batch.state = Batch.State.REWORKED;
        }
    }
}
