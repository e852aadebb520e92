package coop.parasol.distribution.stock;

import coop.parasol.contracts.QualityEvent.BatchRecalled;

/** Is told after a batch was recalled and nothing more of it leaves; implemented by {@code recall}, so that stock need not know it. */
public interface RecallListener {

    void batchRecalled(BatchRecalled recalled);
}
