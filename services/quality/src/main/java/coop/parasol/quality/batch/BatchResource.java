package coop.parasol.quality.batch;

import coop.parasol.border.Caller;
import coop.parasol.border.Idempotent;
import coop.parasol.border.Page;
import coop.parasol.border.PageQuery;
import coop.parasol.border.Problem;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.messaging.Cause;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.standard.Standard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches and their inspection at the border. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final InspectBatch inspectBatch;
    private final Caller caller;

    BatchResource(InspectBatch inspectBatch, Caller caller) {
        this.inspectBatch = inspectBatch;
        this.caller = caller;
    }

    /**
     * What an auditor has found.
     *
     * @param inspected units looked at: the sample, all of it
     * @param defectives units with a defect of the class; a class left out has none
     * @param grade the auditor's grading, if the batch is accepted
     */
    public record Finding(
            @Min(1) int inspected,
            @NotNull Map<DefectClass, @NotNull Integer> defectives,
            @NotBlank @Size(max = 20) String grade,
            @Nullable @Size(max = 2000) String remarks) {}

    /** What the plan made of it. */
    public record Outcome(
            Batch.State outcome,
            UUID batchId,
            @Nullable String grade,
            @Nullable String certificateNumber,
            @Nullable String reason) {}

    @GET
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(summary = "Batches in the order they were reported; state=SAMPLED is the auditors' work list")
    public Page<BatchView> list(@QueryParam("state") Batch.@Nullable State state, @BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        UUID member = caller.hasAny("auditor", "quality-desk") ? null : caller.member();
        List<Object> values = new java.util.ArrayList<>(List.of(after));
        StringBuilder condition = new StringBuilder("id > ?1");
        if (member != null) {
            values.add(member);
            condition.append(" and memberId = ?").append(values.size());
        }
        if (state != null) {
            values.add(state);
            condition.append(" and state = ?").append(values.size());
        }
        List<Batch> fetched = Batch.<Batch>find(condition + " order by id", values.toArray())
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, batch -> batch.id.toString()).map(BatchView::withoutUnits);
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"auditor", "quality-desk", "producer"})
    @Transactional
    @Operation(summary = "One batch with the units to inspect; a producer sees its own")
    public BatchView get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, "auditor", "quality-desk");
        return BatchView.of(batch);
    }

    @POST
    @Path("/{batchId}/inspections")
    @RolesAllowed("auditor")
    @Idempotent
    @Transactional
    @Operation(summary = "Enter what was found; the plan decides whether the batch is certified")
    public Response inspect(@PathParam("batchId") UUID batchId, @Valid @NotNull Finding finding) {
        Auditor auditor = Auditor.<Auditor>findByIdOptional(caller.auditor())
                .orElseThrow(() -> Problem.refused(
                        "auditor-not-registered", "The quality desk has not registered you as an auditor."));
        Batch batch = Batch.lock(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        if (auditor.interests.contains(batch.memberId)) {
            throw Problem.refused("conflict-of-interest", "You have an interest in the producer of this batch.");
        }
        if (batch.state != Batch.State.SAMPLED) {
            throw Problem.refused("not-awaiting-inspection", "The batch is " + batch.state + ".");
        }
        Map<DefectClass, Integer> defectives = requirePossible(batch, finding);
        inspectBatch.inspect(batch, auditor, defectives, finding.grade(), finding.remarks(), Cause.of(caller.actor()));
        return Response.created(URI.create("/batches/" + batchId))
                .entity(new Outcome(batch.state, batchId, batch.grade, batch.certificateNumber, batch.reason))
                .build();
    }

    private static Map<DefectClass, Integer> requirePossible(Batch batch, Finding finding) {
        int sampleSize = Objects.requireNonNull(batch.sampleSize);
        if (finding.inspected() != sampleSize) {
            throw Problem.invalid(
                    "inspected", "not-the-sample", "The sample is " + sampleSize + " units, all of them.");
        }
        Standard standard = Standard.version(batch.product, Objects.requireNonNull(batch.standardVersion));
        if (!standard.content.grades().contains(finding.grade())) {
            throw Problem.invalid(
                    "grade",
                    "unknown-grade",
                    "The standard has the grades " + String.join(", ", standard.content.grades()) + ".");
        }
        Map<DefectClass, Integer> rest = new HashMap<>(finding.defectives());
        for (SamplingPlan plan : Objects.requireNonNull(batch.plans).plans()) {
            Integer count = rest.remove(plan.defectClass());
            if (count != null && (count < 0 || count > plan.sampleSize())) {
                throw Problem.invalid(
                        "defectives." + plan.defectClass(),
                        "impossible-count",
                        "Between 0 and " + plan.sampleSize() + " units of its sample can be defective.");
            }
        }
        if (!rest.isEmpty()) {
            throw Problem.invalid(
                    "defectives", "unknown-class", "The standard does not judge by " + rest.keySet() + ".");
        }
        return finding.defectives();
    }
}
