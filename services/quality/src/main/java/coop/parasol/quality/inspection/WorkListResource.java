package coop.parasol.quality.inspection;

import coop.parasol.border.Caller;
import coop.parasol.border.Page;
import coop.parasol.border.PageQuery;
import coop.parasol.border.Problem;
import coop.parasol.contracts.Quantity;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an auditor may inspect, the longest waiting first. */
@Path("/work-list")
@Tag(name = "Inspections")
public class WorkListResource {

    private static final UUID FIRST = new UUID(0, 0);

    /** Waits for an inspection that this auditor may make and has not made. */
    private static final String OPEN = """
            from Batch batch where batch.id > ?1
              and (batch.state = SAMPLED or batch.state = REWORKED)
              and batch.memberId not in (select interest from Auditor auditor join auditor.interests interest
                                         where auditor.id = ?2)
              and not exists (select 1 from Inspection mine where mine.batchId = batch.id and mine.attempt = batch.attempt
                              and mine.auditorId = ?2 and mine.submittedAt is not null)
              and not exists (select 1 from Line line where line.memberId = batch.memberId
                              and line.product = batch.product and line.discontinued)
            """;

    private final Caller caller;
    private final Duration within;

    WorkListResource(Caller caller, @ConfigProperty(name = "parasol.inspection.within") Duration within) {
        this.caller = caller;
        this.within = within;
    }

    /**
     * A batch to inspect.
     *
     * @param due when the producer should have its answer
     * @param reinspection whether it was rejected and reworked
     */
    public record Item(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            Instant reportedAt,
            Instant due,
            int sampleSize,
            boolean reinspection) {}

    @GET
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            summary =
                    "Batches that wait for the caller's inspection, by when they are due; without those of producers it has"
                            + " an interest in")
    public Page<Item> list(
            @QueryParam("producer") @Nullable UUID producer,
            @QueryParam("product") @Nullable @Size(max = 50) String product,
            @BeanParam @Valid PageQuery query) {
        UUID auditor = caller.auditor();
        if (Auditor.findById(auditor) == null) {
            throw Problem.refused("auditor-not-registered", "The quality desk has not registered you as an auditor.");
        }
        List<Object> values = new ArrayList<>(List.of(query.afterId().orElse(FIRST), auditor));
        StringBuilder condition = new StringBuilder(OPEN);
        if (producer != null) {
            values.add(producer);
            condition.append(" and batch.memberId = ?").append(values.size());
        }
        if (product != null) {
            values.add(product);
            condition.append(" and batch.product = ?").append(values.size());
        }
        List<Batch> fetched = Batch.<Batch>find(condition + " order by batch.id", values.toArray())
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, batch -> batch.id.toString()).map(this::item);
    }

    private Item item(Batch batch) {
        return new Item(
                batch.id,
                batch.memberId,
                batch.product,
                batch.lot,
                batch.reported(),
                batch.reportedAt,
                batch.reportedAt.plus(within),
                Objects.requireNonNull(batch.sampleSize),
                batch.state == Batch.State.REWORKED);
    }
}
