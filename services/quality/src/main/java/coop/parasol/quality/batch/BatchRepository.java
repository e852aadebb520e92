package coop.parasol.quality.batch;

import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.InspectionSeriesRepository;
import coop.parasol.quality.switching.InspectionSeriesRepository.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds batches and locks them for a decision: first their series, then the batch, always in this order. */
@ApplicationScoped
public class BatchRepository {

    private final InspectionSeriesRepository seriesRepository;

    BatchRepository(InspectionSeriesRepository seriesRepository) {
        this.seriesRepository = seriesRepository;
    }

    /** A batch and its series, both locked to the end of the transaction. */
    public record Locked(Batch batch, InspectionSeries series) {}

    record HeldBatches(String product, long batches) {}

    public Optional<SeriesKey> seriesKey(UUID batchId) {
        return Batch.find("select batch.memberId, batch.product from Batch batch where batch.id = ?1", batchId)
                .project(SeriesKey.class)
                .singleResultOptional();
    }

    /** @param batchId of a batch that was not read in this transaction before: what was read might be old */
    public Locked lock(UUID batchId, SeriesKey key) {
        InspectionSeries series = seriesRepository.lock(key.memberId(), key.product());
        return new Locked(Batch.lock(batchId).orElseThrow(), series);
    }

    /**
     * A producer's last batches of a product whose original inspection is decided, the oldest of them first; without the good
     * parts of sorted ones, which had none.
     */
    public List<Batch> latestInspected(UUID memberId, String product, int max) {
        return Batch.<Batch>find(
                        "memberId = ?1 and product = ?2 and sortedFrom is null and inspectedBy is not null order by id desc",
                        memberId,
                        product)
                .range(0, max - 1)
                .list()
                .reversed();
    }

    /** How many batches of a producer wait until inspection is resumed, by product; of products that have any. */
    public Map<String, Long> held(UUID memberId, Collection<String> products) {
        return Batch.find(
                        "select batch.product, count(batch) from Batch batch where batch.memberId = ?1"
                                + " and batch.product in ?2 and batch.state = ?3 group by batch.product",
                        memberId,
                        products,
                        Batch.State.HELD)
                .project(HeldBatches.class)
                .list()
                .stream()
                .collect(Collectors.toMap(HeldBatches::product, HeldBatches::batches));
    }
}
