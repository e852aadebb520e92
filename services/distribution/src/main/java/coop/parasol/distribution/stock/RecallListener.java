package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.messaging.Handler.Received;
import java.util.List;

/** Is told after batches were recalled and nothing more of them leaves; implemented by {@code recall}, so that stock need not know it. */
public interface RecallListener {

    void batchesRecalled(List<Received<BatchRecalled>> recalled);
}
