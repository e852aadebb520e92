package coop.parasol.production.batch;

import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.batch.rules.BestBefore;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches at the border. */
@Path("/batches")
@Tag(name = "Batches")
public class BatchResource {

    private static final String[] DESKS = {"quality-desk", "logistics-desk"};
    private static final UUID FIRST = new UUID(0, 0);
    private static final int OLDEST_YEARS = 50;

    private final ReportBatch reportBatch;
    private final Caller caller;
    private final Clock clock;

    BatchResource(ReportBatch reportBatch, Caller caller, Clock clock) {
        this.reportBatch = reportBatch;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What a producer has made.
     *
     * @param lot the producer's own number, never used twice
     * @param bestBefore absent for the longest the standard allows
     * @param commitmentId the commitment it was made for, if any
     */
    public record Report(
            @NotBlank @Size(max = 100) String product,
            @NotBlank @Size(max = 50) String lot,
            @NotNull Quantity quantity,
            @NotNull LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            @NotBlank @Size(max = 200) String route,
            @Nullable UUID commitmentId) {}

    /** A batch, and what quality says of it. */
    public record View(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            @Nullable UUID commitmentId,
            Batch.State state,
            @Nullable String grade,
            @Nullable String reason,
            Instant reportedAt) {

        static View of(Batch batch) {
            return new View(
                    batch.id,
                    batch.memberId,
                    batch.product,
                    batch.lot,
                    batch.made(),
                    batch.madeOn,
                    batch.bestBefore,
                    batch.route,
                    batch.commitmentId,
                    batch.state,
                    batch.grade,
                    batch.reason,
                    batch.reportedAt);
        }
    }

    @POST
    @RolesAllowed("producer")
    @Idempotent
    @Transactional
    @Operation(summary = "Report a batch; the same lot again is the same batch")
    public Response report(@Valid @NotNull Report report) {
        Member member = Member.lock(caller.member())
                .orElseThrow(() -> Problem.refused("member-not-active", "Only a member reports batches."));
        Product product = Product.of(report.product(), report.quantity());
        requirePossible(report);
        LocalDate bestBefore = BestBefore.decide(report.madeOn(), report.bestBefore(), product.shelfLifeDays)
                .orElseThrow(() -> Problem.invalid(
                        "bestBefore",
                        "best-before-impossible",
                        "It lies before the day of making, or after the "
                                + (product.shelfLifeDays == null ? "100 years" : product.shelfLifeDays + " days")
                                + " that are allowed."))
                .date();
        Optional<Batch> known = Batch.of(member.id, report.lot());
        if (known.isPresent()) {
            if (ReportBatch.sameContent(known.get(), report, bestBefore)) {
                return Response.ok(View.of(known.get())).build();
            }
            throw Problem.refused(
                    "lot-already-reported",
                    "You have reported lot " + report.lot() + " with other content, as batch " + known.get().id + ".");
        }
        requireAllowed(member, report);
        Batch batch = reportBatch.report(member, report, bestBefore, Cause.of(caller.actor()));
        return Response.created(URI.create("/batches/" + batch.id))
                .entity(View.of(batch))
                .build();
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"producer", "quality-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "One batch; a producer sees its own")
    public View get(@PathParam("batchId") UUID batchId) {
        Batch batch = Batch.<Batch>findByIdOptional(batchId).orElseThrow(() -> Problem.notFound("batch", batchId));
        caller.requireMemberOr(batch.memberId, DESKS);
        return View.of(batch);
    }

    @GET
    @RolesAllowed({"producer", "quality-desk", "logistics-desk"})
    @Transactional
    @Operation(summary = "Batches in the order they were reported; a producer sees its own")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        UUID after = query.afterId().orElse(FIRST);
        List<Batch> fetched = caller.hasAny(DESKS)
                ? Batch.<Batch>find("id > ?1 order by id", after)
                        .range(0, query.limit)
                        .list()
                : Batch.<Batch>find("memberId = ?1 and id > ?2 order by id", caller.member(), after)
                        .range(0, query.limit)
                        .list();
        return Page.of(fetched, query.limit, batch -> batch.id.toString()).map(View::of);
    }

    private void requirePossible(Report report) {
        if (!report.quantity().isPositive()) {
            throw Problem.invalid("quantity.value", "not-positive", "A batch is more than nothing.");
        }
        LocalDate today = LocalDate.now(clock);
        if (report.madeOn().isAfter(today.plusDays(1))
                || report.madeOn().isBefore(today.minus(OLDEST_YEARS, ChronoUnit.YEARS))) {
            throw Problem.invalid("madeOn", "made-on-impossible", "The day of making is not in the future.");
        }
    }

    /** A leaving member may only make what it has promised; what it promised is its own, open and of this product. */
    private static void requireAllowed(Member member, Report report) {
        UUID commitmentId = report.commitmentId();
        if (member.state == Member.State.LEFT || (member.state == Member.State.LEAVING && commitmentId == null)) {
            throw Problem.refused(
                    "member-not-active",
                    "A member that leaves reports only what it has committed; name the commitment.");
        }
        if (commitmentId == null) {
            return;
        }
        Commitment commitment = Commitment.findById(commitmentId);
        if (commitment == null || !commitment.memberId.equals(member.id)) {
            throw Problem.invalid("commitmentId", "unknown-commitment", "You have no commitment " + commitmentId + ".");
        }
        if (commitment.state != Commitment.State.OPEN) {
            throw Problem.refused("not-open", "The commitment is " + commitment.state + ".");
        }
        if (!commitment.product.equals(report.product())) {
            throw Problem.invalid("product", "other-product", "The commitment is for " + commitment.product + ".");
        }
    }
}
