package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.quality.certificate.Certificate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why the certificates of batches are suspended or recalled. */
@ApplicationScoped
public class Withdrawals {

    /**
     * The decision by which the certificate of a batch is suspended or recalled.
     *
     * @param recallClass the hazard to health, of a recalled batch
     * @param since when the certificate was suspended or recalled
     */
    public record Withdrawal(UUID recallId, @Nullable RecallClass recallClass, String reason, Instant since) {}

    /** By batch; only of those whose certificate is suspended or recalled. */
    public Map<UUID, Withdrawal> ofBatches(Collection<UUID> batchIds) {
        if (batchIds.isEmpty()) {
            return Map.of();
        }
        List<Certificate.Withdrawn> withdrawn = Certificate.withdrawn(batchIds);
        Map<UUID, Recall> recalls =
                Recall.ofIds(withdrawn.stream()
                                .map(Certificate.Withdrawn::recallId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(recall -> recall.id, Function.identity()));
        Map<UUID, Withdrawal> withdrawals = new HashMap<>();
        for (Certificate.Withdrawn each : withdrawn) {
            Recall recall = recalls.get(each.recallId());
            if (recall != null) {
                withdrawals.put(
                        each.batchId(),
                        new Withdrawal(each.recallId(), each.recallClass(), recall.reason, each.changedAt()));
            }
        }
        return withdrawals;
    }
}
