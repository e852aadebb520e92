package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.switching.rules.Switching;
import coop.parasol.quality.switching.rules.SwitchingReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** When and why a producer's series came to be inspected more or less severely. */
@ApplicationScoped
public class SwitchingHistory {

    private static final String LATEST = """
            select change.product, change.defect_class, change.batch_id, change.from_state, change.to_state, change.reason,
                   change.reason_code, change.reason_number, change.reason_written, change.changed_at
              from unnest(:products) p(product)
             cross join unnest(:classes) c(defect_class)
             cross join lateral (
                   select * from switching_change s
                    where s.member_id = :member and s.product = p.product and s.defect_class = c.defect_class
                    order by s.id desc limit :maxPerClass) change
             order by change.id desc
            """;

    private final Jdbi jdbi;

    SwitchingHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A change of how severely a defect class is inspected.
     *
     * @param batchId the batch whose inspection changed it, {@code null} where a decision of the quality desk did
     * @param reason in English
     * @param reasonCode with the number and the desk's words the same for readers of every language ({@link SwitchingReason})
     */
    public record Change(
            String product,
            DefectClass defectClass,
            @Nullable UUID batchId,
            Switching.State fromState,
            Switching.State toState,
            String reason,
            SwitchingReason.@Nullable Code reasonCode,
            @Nullable Integer reasonNumber,
            @Nullable String reasonWritten,
            Instant changedAt) {}

    /** The latest changes of each product and defect class, the newest first. */
    public List<Change> latest(UUID memberId, Collection<String> products, int maxPerClass) {
        return jdbi.withHandle(handle -> handle.createQuery(LATEST)
                .bind("member", memberId)
                .bindArray("products", String.class, products)
                .bindArray(
                        "classes",
                        String.class,
                        Arrays.stream(DefectClass.values()).map(Enum::name).toList())
                .bind("maxPerClass", maxPerClass)
                .mapTo(Change.class)
                .list());
    }
}
