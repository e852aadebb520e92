package coop.parasol.quality.batch;

import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** A correction that quality has accepted says what the batch was made of; its quantity and last day quality has changed by itself. */
@ApplicationScoped
public class OnBatchCorrected implements Handler<BatchCorrected> {

    private final BatchInputs inputs;

    OnBatchCorrected(BatchInputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public void on(BatchCorrected event, Envelope envelope) {
        inputs.corrected(event);
    }
}
