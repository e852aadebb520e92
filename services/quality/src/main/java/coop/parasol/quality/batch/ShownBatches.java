package coop.parasol.quality.batch;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.quality.batch.BatchView.Withdrawal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Batches as they stand today. */
@ApplicationScoped
class ShownBatches {

    private static final String WITHDRAWALS = """
            select certificate.batchId, recall.id, certificate.recallClass, recall.reason, certificate.changedAt
            from Certificate certificate join Recall recall on recall.id = certificate.recallId
            where certificate.batchId in ?1 and (certificate.state = SUSPENDED or certificate.state = RECALLED)
            """;

    private final Session database;
    private final Clock clock;

    ShownBatches(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Which batches, {@code null} for any. */
    record Filter(
            @Nullable UUID memberId,
            @Nullable String product,
            @Nullable String lot) {}

    /** @param state on this day, {@code null} for any */
    record Wanted(Filter filter, Batch.@Nullable State state, UUID after, int most) {}

    BatchView one(Batch batch) {
        return BatchView.of(batch, today(), withdrawals(List.of(batch)).get(batch.id));
    }

    List<BatchView> list(Wanted wanted) {
        LocalDate today = today();
        List<Batch> batches = find(wanted, today);
        Map<UUID, Withdrawal> withdrawals = withdrawals(batches);
        return batches.stream()
                .map(batch -> BatchView.withoutUnits(batch, today, withdrawals.get(batch.id)))
                .toList();
    }

    private static List<Batch> find(Wanted wanted, LocalDate today) {
        if (wanted.state() == Batch.State.CERTIFIED) {
            return find(wanted, " and state = ?2 and (bestBefore is null or bestBefore >= ?3)", wanted.state(), today);
        }
        if (wanted.state() == Batch.State.EXPIRED) {
            // apart, since what has not been written down yet is little and found by its date
            return Stream.concat(
                            find(wanted, " and state = ?2", wanted.state()).stream(),
                            find(wanted, " and state = ?2 and bestBefore < ?3", Batch.State.CERTIFIED, today).stream())
                    .sorted(Comparator.comparing((Batch batch) -> batch.id.toString()))
                    .limit(wanted.most())
                    .toList();
        }
        return wanted.state() == null ? find(wanted, "") : find(wanted, " and state = ?2", wanted.state());
    }

    private static List<Batch> find(Wanted wanted, String condition, Object... values) {
        List<Object> all = new ArrayList<>(List.of(wanted.after()));
        all.addAll(List.of(values));
        StringBuilder query = new StringBuilder("id > ?1").append(condition);
        and(query, all, "memberId", wanted.filter().memberId());
        and(query, all, "product", wanted.filter().product());
        and(query, all, "lot", wanted.filter().lot());
        return Batch.<Batch>find(query.append(" order by id").toString(), all.toArray())
                .range(0, wanted.most() - 1)
                .list();
    }

    private static void and(StringBuilder query, List<Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.add(value);
            query.append(" and ").append(field).append(" = ?").append(values.size());
        }
    }

    private Map<UUID, Withdrawal> withdrawals(List<Batch> batches) {
        List<UUID> withdrawn = batches.stream()
                .filter(batch -> batch.state == Batch.State.SUSPENDED || batch.state == Batch.State.RECALLED)
                .map(batch -> batch.id)
                .toList();
        Map<UUID, Withdrawal> withdrawals = new HashMap<>();
        if (!withdrawn.isEmpty()) {
            database.createQuery(WITHDRAWALS, Object[].class)
                    .setParameter(1, withdrawn)
                    .getResultList()
                    .forEach(row -> withdrawals.put((UUID) row[0], withdrawal(row)));
        }
        return withdrawals;
    }

    private static Withdrawal withdrawal(Object[] row) {
        return new Withdrawal((UUID) row[1], (RecallClass) row[2], (String) row[3], (Instant) row[4]);
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
