package coop.parasol.pricing.advance;

import coop.parasol.persistence.Columns;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rates of advances, proposed by one person of the pricing desk and approved by another; of a product the last approved one is in force. */
@ApplicationScoped
public class AdvanceRates {

    private static final String COLUMNS = """
            select id as rate_id, product, rate, state, drafted_by, drafted_at, approved_by, approved_at, withdrawn_by,
                   withdrawn_at
              from advance_rate
            """;

    private final Jdbi jdbi;

    AdvanceRates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** PROPOSED -> APPROVED by a second person, or WITHDRAWN; a later proposal for the same product replaces one that is not approved. */
    public enum State {
        PROPOSED,
        APPROVED,
        WITHDRAWN
    }

    /** @param rate in basis points of the lowest price that any tier pays */
    public record AdvanceRate(
            UUID rateId,
            String product,
            int rate,
            State state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    record RateOfBatch(UUID batchId, int rate) {}

    /** Whether any rate was ever approved; until then nothing is to be decided. */
    boolean wereEverApproved() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select 1 from advance_rate where state = 'APPROVED')")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The rate that was in force when each of the batches was certified; those with none, or zero, are left out. */
    Map<UUID, Integer> atCertification(List<CertifiedBatch> batches) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select batch.batch_id, last.rate
                          from unnest(:batches, :products, :moments) as batch (batch_id, product, moment)
                          cross join lateral (
                               select r.rate from advance_rate r
                                where r.state = 'APPROVED' and r.product = batch.product and r.approved_at <= batch.moment
                                order by r.approved_at desc, r.id desc limit 1) last
                         where last.rate > 0
                        """)
                .bindArray("batches", UUID.class, Columns.of(batches, CertifiedBatch::batchId))
                .bindArray("products", String.class, Columns.of(batches, CertifiedBatch::product))
                .bindArray("moments", Instant.class, Columns.of(batches, CertifiedBatch::certifiedAt))
                .mapTo(RateOfBatch.class)
                .collect(Collectors.toMap(RateOfBatch::batchId, RateOfBatch::rate)));
    }

    /** Stores a proposal in place of one for the same product that is not approved. */
    void propose(UUID id, String product, int rate, String actor, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from advance_rate where product = :product and state = 'PROPOSED'")
                    .bind("product", product)
                    .execute();
            handle.createUpdate("""
                            insert into advance_rate (id, product, rate, state, drafted_by, drafted_at)
                            values (:id, :product, :rate, 'PROPOSED', :actor, :now)
                            """)
                    .bind("id", id)
                    .bind("product", product)
                    .bind("rate", rate)
                    .bind("actor", actor)
                    .bind("now", now)
                    .execute();
        });
    }

    Optional<AdvanceRate> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = :id for update")
                .bind("id", id)
                .mapTo(AdvanceRate.class)
                .findOne());
    }

    Optional<AdvanceRate> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .mapTo(AdvanceRate.class)
                .findOne());
    }

    void approve(UUID id, String actor, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update advance_rate set state = 'APPROVED', approved_by = :actor, approved_at = :now where id = :id
                        """)
                .bind("id", id)
                .bind("actor", actor)
                .bind("now", now)
                .execute());
    }

    void withdraw(UUID id, String actor, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update advance_rate set state = 'WITHDRAWN', withdrawn_by = :actor, withdrawn_at = :now where id = :id
                        """)
                .bind("id", id)
                .bind("actor", actor)
                .bind("now", now)
                .execute());
    }

    /** @param state of this state only; null for all */
    List<AdvanceRate> newestFirst(@Nullable State state, UUID before, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        where id < :before and (cast(:state as text) is null or state = :state) order by id desc limit :maxRows
                        """)
                .bind("before", before)
                .bind("state", state)
                .bind("maxRows", maxRows)
                .mapTo(AdvanceRate.class)
                .list());
    }
}
