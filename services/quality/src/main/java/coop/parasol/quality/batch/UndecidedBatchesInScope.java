package coop.parasol.quality.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.quality.certificate.FindCertificates.StandardVersion;
import coop.parasol.quality.recall.UndecidedBatches;
import coop.parasol.quality.recall.rules.RecallScope;
import coop.parasol.quality.worklist.WorkList;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the batches without a certificate that a suspension or recall concerns, and suspends them. */
@ApplicationScoped
class UndecidedBatchesInScope implements UndecidedBatches {

    private static final String IN_SCOPE = """
            select b.id as batch_id, b.member_id, b.lot, b.origin_lot, b.brand_lot from batch b
             where b.state in ('REPORTED', 'WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'REJECTED', 'REWORKED')
               and (b.suspended_by is not null) = :suspended
               and (:anyLot or b.lot_key = any(:lots) or b.origin_lot_key = any(:lots)
                    or b.brand_lot = any(:lots))
               and (cast(:member as uuid) is null or b.member_id = cast(:member as uuid))
               and (cast(:product as text) is null or b.product = cast(:product as text))
               and (cast(:reportedBefore as timestamptz) is null or b.reported_at < cast(:reportedBefore as timestamptz))
               and (:anyStandard
                    or (b.product, b.standard_version) in (select * from unnest(:standardProducts, :standardVersions)))
             order by b.id
            """;
    private static final String SUSPEND = """
            update batch set suspended_by = :recall
             where id = any(:ids) and state in ('REPORTED', 'WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'REJECTED', 'REWORKED')
            """;

    private final Jdbi jdbi;
    private final WorkList workList;

    UndecidedBatchesInScope(Jdbi jdbi, WorkList workList) {
        this.jdbi = jdbi;
        this.workList = workList;
    }

    @Override
    public List<UndecidedBatch> inScope(
            RecallScope scope, @Nullable List<StandardVersion> standards, boolean suspended) {
        List<StandardVersion> versions = standards == null ? List.of() : standards;
        List<String> lots = scope.lots() == null
                ? List.of()
                : scope.lots().stream().map(lot -> Identifier.of(lot).normal()).toList();
        return jdbi.withHandle(handle -> handle.createQuery(IN_SCOPE)
                .bind("suspended", suspended)
                .bind("anyLot", scope.lots() == null)
                .bindArray("lots", String.class, lots)
                .bindByType("member", scope.memberId(), UUID.class)
                .bindByType("product", scope.product(), String.class)
                .bindByType("reportedBefore", scope.certifiedBefore(), Instant.class)
                .bind("anyStandard", standards == null)
                .bindArray(
                        "standardProducts",
                        String.class,
                        versions.stream().map(StandardVersion::product).toList())
                .bindArray(
                        "standardVersions",
                        Integer.class,
                        versions.stream().map(StandardVersion::version).toList())
                .mapTo(UndecidedBatch.class)
                .list());
    }

    @Override
    public void suspend(Collection<UUID> batchIds, UUID recallId) {
        jdbi.useHandle(handle -> handle.createUpdate(SUSPEND)
                .bind("recall", recallId)
                .bindArray("ids", UUID.class, batchIds)
                .execute());
        workList.setSuspended(batchIds, true);
    }

    @Override
    public void reinstate(Collection<UUID> batchIds) {
        jdbi.useHandle(handle -> handle.createUpdate("update batch set suspended_by = null where id = any(:ids)")
                .bindArray("ids", UUID.class, batchIds)
                .execute());
        workList.setSuspended(batchIds, false);
    }
}
