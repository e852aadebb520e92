package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.CommitmentReleased;
import coop.parasol.contracts.ProductionEvent.QuantityCommitted;
import coop.parasol.distribution.product.ProductRepository;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What a producer has committed to make decides its fair share in what is allocated. */
@ApplicationScoped
public class SetCommittedQuantity implements ReadModel {

    private final ProductRepository products;
    private final Jdbi jdbi;

    SetCommittedQuantity(ProductRepository products, Jdbi jdbi) {
        this.products = products;
        this.jdbi = jdbi;
    }

    /**
     * What a commitment comes to.
     *
     * @param quantity all of it, in the unit of the product
     */
    public record Committed(UUID commitmentId, UUID memberId, String product, Period period, BigDecimal quantity) {}

    /** Sets the commitments' whole quantities; what comes of one commitment comes in order, so its last quantity stays. */
    public void setAll(List<Committed> commitments) {
        products.lockOrCreateForConsumer(
                commitments.stream().map(Committed::product).collect(Collectors.toSet()));
        storeAll(commitments);
    }

    @Override
    public String name() {
        return "commitments of producers";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("commitment"), new Copy("fair_share", Set.of("committed")));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(QuantityCommitted.class, events -> storeAll(ofCommitted(events))),
                new Projection<>(CommitmentReleased.class, events -> storeAll(ofReleased(events))));
    }

    static List<Committed> ofCommitted(List<QuantityCommitted> events) {
        return events.stream()
                .map(event -> new Committed(
                        event.commitmentId(),
                        event.memberId(),
                        event.product(),
                        event.period(),
                        event.quantity().value()))
                .toList();
    }

    static List<Committed> ofReleased(List<CommitmentReleased> events) {
        return events.stream()
                .map(event -> new Committed(
                        event.commitmentId(), event.memberId(), event.product(), event.period(), BigDecimal.ZERO))
                .toList();
    }

    private void storeAll(List<Committed> commitments) {
        Map<UUID, Committed> last = new LinkedHashMap<>();
        commitments.forEach(committed -> last.put(committed.commitmentId(), committed));
        Map<UUID, BigDecimal> before = quantities(last.keySet());
        store(last.values());
        changeCommitted(last.values().stream()
                .map(committed -> difference(committed, before.get(committed.commitmentId())))
                .filter(committed -> committed.quantity().signum() != 0)
                .toList());
    }

    private static Committed difference(Committed now, @Nullable BigDecimal before) {
        return before == null
                ? now
                : new Committed(
                        now.commitmentId(),
                        now.memberId(),
                        now.product(),
                        now.period(),
                        now.quantity().subtract(before));
    }

    private record Stored(UUID commitmentId, BigDecimal quantity) {}

    private Map<UUID, BigDecimal> quantities(Collection<UUID> commitmentIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select commitment_id, quantity from commitment where commitment_id = any(:commitments)")
                .bindArray("commitments", UUID.class, commitmentIds)
                .mapTo(Stored.class)
                .collect(Collectors.toMap(Stored::commitmentId, Stored::quantity)));
    }

    private void store(Collection<Committed> commitments) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into commitment (commitment_id, member_id, product, period, quantity)
            select commitment_id, member_id, product, period, quantity
              from unnest(:commitments, :members, :products, :periods, :quantities)
                   as committed (commitment_id, member_id, product, period, quantity)
             order by commitment_id
            on conflict (commitment_id) do update set quantity = excluded.quantity
            """)
                .bindArray("commitments", UUID.class, Columns.of(commitments, Committed::commitmentId))
                .bindArray("members", UUID.class, Columns.of(commitments, Committed::memberId))
                .bindArray("products", String.class, Columns.of(commitments, Committed::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(commitments, one -> one.period().toString()))
                .bindArray("quantities", BigDecimal.class, Columns.of(commitments, Committed::quantity))
                .execute());
    }

    /** A share of which the committed quantity changes. */
    private record ShareChange(String product, Period period, UUID memberId, BigDecimal difference) {}

    /** @param committed with the difference as quantity: of their producers, and of all producers together */
    private void changeCommitted(List<Committed> committed) {
        List<ShareChange> changes = committed.stream()
                .flatMap(change -> Stream.of(change.memberId(), FairShares.ALL_PRODUCERS)
                        .map(member -> new ShareChange(change.product(), change.period(), member, change.quantity())))
                .toList();
        jdbi.useHandle(handle -> {
            // first the rows, then the difference: what is negative could not be inserted
            bind(handle.createUpdate("""
                insert into fair_share (product, period, member_id)
                select distinct product, period, member_id
                  from unnest(:products, :periods, :members) as changed (product, period, member_id)
                 order by product, period, member_id on conflict do nothing
                """), changes).execute();
            bind(handle.createUpdate("""
                update fair_share f set committed = f.committed + changed.difference
                  from (select product, period, member_id, sum(difference) as difference
                          from unnest(:products, :periods, :members, :differences)
                               as change (product, period, member_id, difference)
                         group by product, period, member_id) changed
                 where (f.product, f.period, f.member_id) = (changed.product, changed.period, changed.member_id)
                """), changes)
                    .bindArray("differences", BigDecimal.class, Columns.of(changes, ShareChange::difference))
                    .execute();
        });
    }

    private static Update bind(Update statement, List<ShareChange> changes) {
        return statement
                .bindArray("products", String.class, Columns.of(changes, ShareChange::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(changes, change -> change.period().toString()))
                .bindArray("members", UUID.class, Columns.of(changes, ShareChange::memberId));
    }
}
