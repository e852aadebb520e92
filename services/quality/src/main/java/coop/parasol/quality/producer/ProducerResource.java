package coop.parasol.quality.producer;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.switching.Line;
import coop.parasol.quality.switching.SwitchingChange;
import coop.parasol.quality.switching.rules.Switching;
import coop.parasol.web.Caller;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A producer's quality at the border. */
@Path("/producers")
@Tag(name = "Producers")
public class ProducerResource {

    private static final int MONTHS = 24;

    private final Results results;
    private final Network network;
    private final Caller caller;
    private final Clock clock;

    ProducerResource(Results results, Network network, Caller caller, Clock clock) {
        this.results = results;
        this.network = network;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * How a producer's batches of a product fare.
     *
     * @param inspected batches whose original inspection is decided
     * @param acceptedFirst of these, accepted at once
     * @param scrapped rejected twice or given up
     * @param held batches that wait for the lifting of a discontinuation
     * @param firstPassYield {@code acceptedFirst / inspected}, absent before the first
     * @param networkMedian the median of all producers' of the product, absent if there are fewer than three others
     * @param networkAsOf when the network's medians were reckoned: now, or some minutes ago if the producers are many
     * @param discontinued whether nothing of it is inspected before a corrective action is accepted
     * @param rejectsByDefect the most frequent causes of rejections, the most frequent first
     * @param trend the last two years, oldest first, without months in which nothing was inspected
     */
    public record ProductQuality(
            UUID memberId,
            String product,
            long inspected,
            long acceptedFirst,
            long reworked,
            long scrapped,
            long held,
            @Nullable BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian,
            @Nullable Instant networkAsOf,
            boolean discontinued,
            List<ClassState> switching,
            List<Results.Defect> rejectsByDefect,
            List<Trend> trend) {}

    /**
     * How severely a defect class is inspected, and how near the next change is.
     *
     * @param why since when, and why; absent if it is as it was in the beginning
     * @param switchingScore on normal inspection; at 30 it is reduced
     * @param acceptedInARow on tightened inspection; with 5 it is normal again
     * @param rejectedOnTightened with 5 the product is discontinued
     * @param changes the last few, newest first
     */
    public record ClassState(
            DefectClass defectClass,
            Switching.State state,
            @Nullable Instant since,
            @Nullable String why,
            int switchingScore,
            int acceptedInARow,
            int rejectedOnTightened,
            List<Change> changes) {}

    /**
     * When and why a class came to be inspected more or less severely.
     *
     * @param batchId the batch whose inspection changed it, absent where a decision of the desk did
     */
    public record Change(
            Instant at,
            Switching.State from,
            Switching.State to,
            String why,
            @Nullable UUID batchId) {}

    /** A month next to the network's. */
    public record Trend(
            LocalDate month,
            long inspected,
            BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian) {}

    @GET
    @Path("/{memberId}/quality")
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(
            summary =
                    "A producer's first-pass yield, rejects by defect, switching and why, and trend, product by product, next"
                            + " to the network's median; a producer sees its own")
    public Page<ProductQuality> quality(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "quality-desk");
        Page<Line> page =
                Page.of(Line.of(memberId, query.afterText(), query.fetch()), query.limit, line -> line.product);
        List<Line> lines = page.items();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate since = firstMonth(now.atOffset(ZoneOffset.UTC).toLocalDate());
        Map<String, Long> held = results.held(memberId, lines);
        Map<String, List<SwitchingChange>> changes = results.changes(memberId, lines);
        Map<String, List<Results.Defect>> defects = results.defects(memberId, lines);
        Map<String, List<Results.Month>> months = results.months(memberId, lines, since);
        Map<String, Network.Median> medians = network.medians(lines, now);
        Map<Network.When, BigDecimal> monthly = network.monthly(lines, since);
        return page.map(line -> new ProductQuality(
                memberId,
                line.product,
                line.inspected,
                line.acceptedFirst,
                line.reworked,
                line.scrapped,
                held.getOrDefault(line.product, 0L),
                line.inspected == 0 ? null : Yield.of(line.acceptedFirst, line.inspected),
                median(line, medians).map(Network.Median::value).orElse(null),
                median(line, medians).map(Network.Median::asOf).orElse(null),
                line.discontinued,
                switching(line, changes.getOrDefault(line.product, List.of())),
                defects.getOrDefault(line.product, List.of()),
                months.getOrDefault(line.product, List.of()).stream()
                        .map(month -> new Trend(
                                month.month(),
                                month.inspected(),
                                Yield.of(month.acceptedFirst(), month.inspected()),
                                monthly.get(new Network.When(line.product, month.month()))))
                        .toList()));
    }

    /** The first month of a trend. */
    static LocalDate firstMonth(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS - 1);
    }

    private static Optional<Network.Median> median(Line line, Map<String, Network.Median> medians) {
        return line.inspected == 0 ? Optional.empty() : Optional.ofNullable(medians.get(line.product));
    }

    private static List<ClassState> switching(Line line, List<SwitchingChange> changes) {
        return line.states.classes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(its -> {
                    List<Change> ofClass = changes.stream()
                            .filter(change -> change.defectClass == its.getKey())
                            .map(change -> new Change(
                                    change.changedAt, change.fromState, change.toState, change.why, change.batchId))
                            .toList();
                    Switching state = its.getValue();
                    return new ClassState(
                            its.getKey(),
                            state.state(),
                            ofClass.isEmpty() ? null : ofClass.getFirst().at(),
                            ofClass.isEmpty() ? null : ofClass.getFirst().why(),
                            state.score(),
                            state.acceptedInARow(),
                            state.rejectedInAll(),
                            ofClass);
                })
                .toList();
    }
}
