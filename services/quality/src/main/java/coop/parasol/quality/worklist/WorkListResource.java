package coop.parasol.quality.worklist;

import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.auditor.Auditor;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of the batches that an auditor may inspect, by when they are due, and of the places where they are. */
@Path("/work-list")
@Tag(name = "Inspections")
public class WorkListResource {

    private final WorkList workList;
    private final InspectionClaims claims;
    private final Caller caller;
    private final FirmClock clock;
    private final Duration dueWithin;

    WorkListResource(
            WorkList workList,
            InspectionClaims claims,
            Caller caller,
            FirmClock clock,
            @ConfigProperty(name = "parasol.inspection.due-within") Duration dueWithin) {
        this.workList = workList;
        this.claims = claims;
        this.caller = caller;
        this.clock = clock;
        this.dueWithin = dueWithin;
    }

    /** Which part of the work list is asked for. */
    public static class Filter {

        @QueryParam("producer")
        public @Nullable UUID producer;

        @QueryParam("product")
        @Size(max = 50) public @Nullable String product;

        @QueryParam("place")
        @Parameter(description = "a town, in upper or lower case; `unknown` for producers that have named none")
        @Size(max = 100) public @Nullable String place;

        @QueryParam("dueBy")
        @Parameter(description = "a day of the firm: batches that are due on it or before", example = "2026-12-01")
        @Pattern(regexp = "[12]\\d{3}-\\d{2}-\\d{2}") public @Nullable String dueBy;

        @QueryParam("claim")
        @Parameter(description = "OWN: batches that the caller has claimed; FREE: those that it may still claim")
        public WorkList.@Nullable ClaimFilter claim;
    }

    /**
     * A batch to inspect.
     *
     * @param place the producer's town, or {@code unknown}
     * @param due by when the producer should have its result
     * @param reinspection whether it was rejected and reworked, or is the good part of a sorted lot
     * @param claims of the auditors who have claimed it
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
            boolean reinspection,
            List<Claimed> claims) {}

    /** @param claimedUntil the first moment at which the claim does not hold any more */
    public record Claimed(UUID auditorId, Instant claimedUntil) {}

    /**
     * A place where batches await an inspection.
     *
     * @param firstDue when the first of them is due
     */
    public record Place(String place, long batches, Instant firstDue) {}

    @GET
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            operationId = "listWork",
            summary =
                    "List the batches that await an inspection by the caller, the first due first; without those of producers in"
                            + " which the caller has an interest")
    public Page<Item> list(@BeanParam @Valid Filter filter, @BeanParam @Valid PageQuery query) {
        Page<WorkList.Item> page = query.byCursor(
                (after, maxRows) -> workList.page(workListOf(filter), position(after), maxRows),
                item -> item.reportedAt() + "_" + item.batchId());
        Map<UUID, List<Claimed>> claimed =
                claims
                        .ofBatches(
                                page.items().stream()
                                        .map(WorkList.Item::batchId)
                                        .toList(),
                                clock.now())
                        .stream()
                        .collect(Collectors.groupingBy(
                                InspectionClaims.Claim::batchId,
                                Collectors.mapping(
                                        claim -> new Claimed(claim.auditorId(), claim.claimedUntil()),
                                        Collectors.toList())));
        return page.map(item -> item(item, claimed.getOrDefault(item.batchId(), List.of())));
    }

    @GET
    @Path("/places")
    @RolesAllowed("auditor")
    @Transactional
    @Operation(
            operationId = "listPlaces",
            summary =
                    "List the places where batches await an inspection by the caller, for planning a journey; the first due first")
    public Page<Place> places(@BeanParam @Valid Filter filter) {
        return new Page<>(workList.places(workListOf(filter)), null)
                .map(place -> new Place(
                        place.place(), place.batches(), place.longestWaiting().plus(dueWithin)));
    }

    /** A cursor is a batch's time of report and its id, so that it stays valid when the batch is decided meanwhile. */
    private static WorkList.Position position(@Nullable String cursor) {
        if (cursor == null) {
            return WorkList.Position.START;
        }
        int separator = cursor.indexOf('_');
        try {
            return new WorkList.Position(
                    Instant.parse(cursor.substring(0, Math.max(0, separator))),
                    UUID.fromString(cursor.substring(separator + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw PageQuery.malformed();
        }
    }

    private WorkList.Filter workListOf(Filter filter) {
        UUID auditorId = caller.auditor();
        Auditor auditor = Auditor.<Auditor>findByIdOptional(auditorId)
                .orElseThrow(() -> Problem.refused(
                        "auditor-not-registered", "The quality desk has not registered you as an auditor."));
        Set<UUID> excludedProducers = new HashSet<>(auditor.interests);
        caller.memberId().ifPresent(excludedProducers::add);
        return new WorkList.Filter(
                auditorId,
                excludedProducers,
                filter.producer,
                filter.product,
                filter.place == null ? null : filter.place.strip(),
                reportedBefore(filter.dueBy),
                filter.claim,
                clock.now());
    }

    private @Nullable Instant reportedBefore(@Nullable String dueBy) {
        if (dueBy == null) {
            return null;
        }
        try {
            return clock.startOfDay(LocalDate.parse(dueBy).plusDays(1)).minus(dueWithin);
        } catch (DateTimeException e) {
            throw Problem.invalid("dueBy", "no-such-day", "There is no such day.");
        }
    }

    private Item item(WorkList.Item item, List<Claimed> claimed) {
        return new Item(
                item.batchId(),
                item.memberId(),
                item.place(),
                item.product(),
                item.lot(),
                new Quantity(item.quantity(), item.unit()),
                item.reportedAt(),
                item.reportedAt().plus(dueWithin),
                item.sampleSize(),
                item.reinspection(),
                claimed);
    }
}
