package coop.parasol.quality.inspection;

import coop.parasol.contracts.Quantity;
import coop.parasol.quality.auditor.Auditor;
import coop.parasol.quality.batch.Batch;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an auditor may inspect, the longest waiting first, and where that is. */
@Path("/work-list")
@Tag(name = "Inspections")
public class WorkListResource {

    private final WorkList workList;
    private final Caller caller;
    private final Duration within;

    WorkListResource(
            WorkList workList, Caller caller, @ConfigProperty(name = "parasol.inspection.within") Duration within) {
        this.workList = workList;
        this.caller = caller;
        this.within = within;
    }

    /** What of the work list is asked for. */
    public static class Filter {

        @QueryParam("producer")
        public @Nullable UUID producer;

        @QueryParam("product")
        @Size(max = 50) public @Nullable String product;

        @QueryParam("place")
        @Parameter(description = "a town, in upper or lower case; `unknown` for producers of whom none is known")
        @Size(max = 100) public @Nullable String place;

        @QueryParam("dueBy")
        @Parameter(description = "a day in UTC: what is due on it or before", example = "2026-12-01")
        @Pattern(regexp = "[12]\\d{3}-\\d{2}-\\d{2}") public @Nullable String dueBy;
    }

    /**
     * A batch to inspect.
     *
     * @param due when the producer should have its answer
     * @param reinspection whether it was rejected and reworked
     * @param place the producer's town, or {@code unknown}
     */
    public record Item(
            UUID batchId,
            UUID memberId,
            String place,
            String product,
            String lot,
            Quantity quantity,
            Instant reportedAt,
            Instant due,
            int sampleSize,
            boolean reinspection) {}

    /**
     * A town where batches wait.
     *
     * @param firstDue when the first of them is due
     */
    public record Town(String place, long batches, Instant firstDue) {}

    @GET
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            summary =
                    "Batches that wait for the caller's inspection, by when they are due; without those of producers it has"
                            + " an interest in")
    public Page<Item> list(@BeanParam @Valid Filter filter, @BeanParam @Valid PageQuery query) {
        return Page.of(
                        workList.page(wanted(filter), query.afterId().orElse(null), query.fetch()),
                        query.limit,
                        waiting -> waiting.batchId().toString())
                .map(this::item);
    }

    @GET
    @Path("/places")
    @RolesAllowed("auditor")
    @Transactional
    @Operation(summary = "The towns where such batches are, to plan the way; the first due first")
    public Page<Town> places(@BeanParam @Valid Filter filter) {
        return Page.of(workList.towns(wanted(filter)), Integer.MAX_VALUE, WorkList.Town::place)
                .map(town -> new Town(
                        town.place(), town.batches(), town.longestWaiting().plus(within)));
    }

    private WorkList.Wanted wanted(Filter filter) {
        UUID auditor = caller.auditor();
        if (Auditor.findById(auditor) == null) {
            throw Problem.refused("auditor-not-registered", "The quality desk has not registered you as an auditor.");
        }
        return new WorkList.Wanted(
                auditor,
                caller.memberId().orElse(null),
                filter.producer,
                filter.product,
                filter.place == null ? null : filter.place.strip(),
                before(filter.dueBy));
    }

    private @Nullable Instant before(@Nullable String dueBy) {
        if (dueBy == null) {
            return null;
        }
        try {
            return LocalDate.parse(dueBy)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minus(within);
        } catch (DateTimeException e) {
            throw Problem.invalid("dueBy", "no-such-day", "There is no such day.");
        }
    }

    private Item item(WorkList.Waiting waiting) {
        return new Item(
                waiting.batchId(),
                waiting.memberId(),
                waiting.place(),
                waiting.product(),
                waiting.lot(),
                waiting.quantity(),
                waiting.reportedAt(),
                waiting.reportedAt().plus(within),
                waiting.sampleSize(),
                waiting.state() == Batch.State.REWORKED);
    }
}
