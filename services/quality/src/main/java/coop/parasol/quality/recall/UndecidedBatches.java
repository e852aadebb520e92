package coop.parasol.quality.recall;

import coop.parasol.quality.certificate.FindCertificates.StandardVersion;
import coop.parasol.quality.recall.rules.RecallScope;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The batches that have no certificate yet and may still get one: waiting, sampled, rejected or reworked ones. The feature
 * batch implements it, since the table is its own.
 */
public interface UndecidedBatches {

    /**
     * A batch without a certificate.
     *
     * @param originLot the lot of which it is the good part, after sorting
     * @param brandLot the lot under which the firm would sell it; absent before the sample is drawn
     */
    record UndecidedBatch(
            UUID batchId,
            UUID memberId,
            String lot,
            @Nullable String originLot,
            @Nullable String brandLot) {}

    /**
     * Batches to which all of a scope applies. Of a time span its end counts against the day of the report, since they may be
     * certified later.
     *
     * @param standards versions by which they are judged, {@code null} for any
     * @param suspended those that are suspended, or those that are not
     */
    List<UndecidedBatch> inScope(RecallScope scope, @Nullable List<StandardVersion> standards, boolean suspended);

    /** They are not inspected until they are reinstated. */
    void suspend(Collection<UUID> batchIds, UUID recallId);

    /** They are inspected again. */
    void reinstate(Collection<UUID> batchIds);
}
