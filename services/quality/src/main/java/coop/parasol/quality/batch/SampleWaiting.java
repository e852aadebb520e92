package coop.parasol.quality.batch;

import coop.parasol.quality.standard.NewVersion;
import coop.parasol.quality.standard.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Batches that came before the first standard of their product are sampled as soon as it is published. */
@ApplicationScoped
public class SampleWaiting {

    private final SampleBatch sampleBatch;

    SampleWaiting(SampleBatch sampleBatch) {
        this.sampleBatch = sampleBatch;
    }

    void on(@Observes NewVersion published) {
        Standard standard = published.standard();
        Batch.<Batch>list("product = ?1 and state = ?2 order by id", standard.product, Batch.State.WAITING_FOR_STANDARD)
                .forEach(batch -> sampleBatch.sample(batch, standard, published.cause()));
    }
}
