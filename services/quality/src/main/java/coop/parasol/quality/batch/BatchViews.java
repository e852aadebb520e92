package coop.parasol.quality.batch;

import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.QueryCondition;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.quality.recall.Withdrawals;
import coop.parasol.quality.recall.Withdrawals.Withdrawal;
import coop.parasol.web.SortPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds batches and shows them in the state that they have today. */
@ApplicationScoped
public class BatchViews {

    private final Withdrawals withdrawals;
    private final ProducerNames names;
    private final FirmClock clock;

    BatchViews(Withdrawals withdrawals, ProducerNames names, FirmClock clock) {
        this.withdrawals = withdrawals;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Which batches; {@code null} for any.
     *
     * @param lot the normal form of the producer's number of it or of the brand's
     * @param state today
     */
    record Filter(
            @Nullable UUID memberId,
            @Nullable String product,
            @Nullable String lot,
            Batch.@Nullable State state,
            boolean awaitingDesk) {}

    /** With the units of the sample and the seed, for those who inspect. */
    public BatchView of(Batch batch) {
        return BatchView.of(batch, surroundings(batch));
    }

    /** For the producer: the units of the sample and the seed only once the batch is decided. */
    public BatchView forProducer(Batch batch) {
        return batch.isDecided(batch.inspectionNumber) ? of(batch) : BatchView.withoutSeed(batch, surroundings(batch));
    }

    private BatchView.Surroundings surroundings(Batch batch) {
        return new BatchView.Surroundings(
                clock.today(),
                names.of(batch.memberId),
                withdrawals(List.of(batch)).get(batch.id));
    }

    /** In the order of their ids, which is that of their reports, or the other way round; without the units of their samples. */
    List<BatchView> list(Filter filter, SortPlace place, int maxRows) {
        LocalDate today = clock.today();
        List<Batch> batches = find(filter, place, maxRows, today);
        Map<UUID, Withdrawal> ofBatches = withdrawals(batches);
        Map<UUID, String> ofMembers =
                names.of(batches.stream().map(batch -> batch.memberId).toList());
        return batches.stream()
                .map(batch -> BatchView.withoutSeed(
                        batch,
                        new BatchView.Surroundings(today, ofMembers.get(batch.memberId), ofBatches.get(batch.id))))
                .toList();
    }

    private static List<Batch> find(Filter filter, SortPlace place, int maxRows, LocalDate today) {
        Batch.State state = filter.state();
        if (state == null) {
            return find(filter, place, maxRows, "");
        }
        return switch (state) {
            case CERTIFIED ->
                find(
                        filter,
                        place,
                        maxRows,
                        " and state = ?2 and (bestBefore is null or bestBefore >= ?3)",
                        state,
                        today);
            // two queries: batches whose expiry is not stored yet are few and found by their date
            case EXPIRED ->
                Stream.concat(
                                find(filter, place, maxRows, " and state = ?2", state).stream(),
                                find(
                                        filter,
                                        place,
                                        maxRows,
                                        " and state = ?2 and bestBefore < ?3",
                                        Batch.State.CERTIFIED,
                                        today)
                                        .stream())
                        .sorted(byId(place))
                        .limit(maxRows)
                        .toList();
            case REPORTED,
                    WAITING_FOR_STANDARD,
                    HELD,
                    WITHDRAWN,
                    SAMPLED,
                    REJECTED,
                    REWORKED,
                    SCRAPPED,
                    SUSPENDED,
                    RECALLED -> find(filter, place, maxRows, " and state = ?2", state);
        };
    }

    private static List<Batch> find(Filter filter, SortPlace place, int maxRows, String condition, Object... values) {
        Object[] all = Stream.concat(Stream.of(place.id()), Stream.of(values)).toArray();
        QueryCondition query = new QueryCondition(place.condition("?1", "") + condition, all)
                .and("memberId =", filter.memberId())
                .and("product =", filter.product())
                .andEither("lotKey =", "brandLot =", filter.lot())
                .and("awaitsDesk =", filter.awaitingDesk() ? Boolean.TRUE : null);
        return Batch.<Batch>find(query.orderedBy(place.order()), query.values())
                .range(0, maxRows - 1)
                .list();
    }

    private static Comparator<Batch> byId(SortPlace place) {
        Comparator<Batch> ascending = Comparator.comparing((Batch batch) -> batch.id.toString());
        return place.descending() ? ascending.reversed() : ascending;
    }

    private Map<UUID, Withdrawal> withdrawals(List<Batch> batches) {
        return withdrawals.ofBatches(batches.stream()
                .filter(batch -> batch.state == Batch.State.SUSPENDED || batch.state == Batch.State.RECALLED)
                .map(batch -> batch.id)
                .toList());
    }
}
