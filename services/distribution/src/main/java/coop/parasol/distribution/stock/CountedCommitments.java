package coop.parasol.distribution.stock;

import coop.parasol.contracts.ProductionEvent.CommitmentCounted;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What counts of producers' commitments for a product, grade and week. What is told last of them holds. */
@ApplicationScoped
public class CountedCommitments implements ReadModel {

    private final Jdbi jdbi;

    CountedCommitments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Key(UUID memberId, String product, String grade, String period) {}

    @Override
    public String name() {
        return "what counts of commitments";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("counted_commitment"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new Projection<>(CommitmentCounted.class, this::counted));
    }

    void counted(List<CommitmentCounted> events) {
        Map<Key, CommitmentCounted> byKey = new LinkedHashMap<>();
        events.forEach(event -> byKey.put(
                new Key(
                        event.memberId(),
                        event.product(),
                        event.grade(),
                        event.period().toString()),
                event));
        List<Key> keys = List.copyOf(byKey.keySet());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into counted_commitment (member_id, product, grade, period, counts)
                        select member_id, product, grade, period, counts
                          from unnest(:members, :products, :grades, :periods, :counts)
                               as counted (member_id, product, grade, period, counts)
                         order by member_id, product, grade, period
                        on conflict (member_id, product, grade, period) do update set counts = excluded.counts
                        """)
                .bindArray("members", UUID.class, Columns.of(keys, Key::memberId))
                .bindArray("products", String.class, Columns.of(keys, Key::product))
                .bindArray("grades", String.class, Columns.of(keys, Key::grade))
                .bindArray("periods", String.class, Columns.of(keys, Key::period))
                .bindArray(
                        "counts",
                        BigDecimal.class,
                        Columns.of(byKey.values(), event -> event.counts().value()))
                .execute());
    }
}
