package coop.parasol.quality.producer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.quality.batch.BatchRepository;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.quality.performance.FirstPassYield;
import coop.parasol.quality.performance.NetworkMedians;
import coop.parasol.quality.performance.ProducerPerformance;
import coop.parasol.quality.switching.InspectionSeries;
import coop.parasol.quality.switching.SwitchingHistory;
import coop.parasol.quality.switching.rules.Switching;
import coop.parasol.quality.switching.rules.SwitchingReason;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of how a producer's batches fare, product by product. */
@Path("/producers")
@Tag(name = "Producers")
public class ProducerQualityResource {

    private static final int MAX_CHANGES_PER_CLASS = 10;

    private final ProducerPerformance performance;
    private final NetworkMedians networkMedians;
    private final SwitchingHistory switchingHistory;
    private final BatchRepository batches;
    private final ProducerNames producerNames;
    private final Caller caller;
    private final FirmClock clock;

    ProducerQualityResource(
            ProducerPerformance performance,
            NetworkMedians networkMedians,
            SwitchingHistory switchingHistory,
            BatchRepository batches,
            ProducerNames producerNames,
            Caller caller,
            FirmClock clock) {
        this.performance = performance;
        this.networkMedians = networkMedians;
        this.switchingHistory = switchingHistory;
        this.batches = batches;
        this.producerNames = producerNames;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * How a producer's batches of a product fare.
     *
     * @param memberName of the producer; absent once it was erased
     * @param inspected batches whose original inspection is decided
     * @param acceptedFirst of these, accepted at once
     * @param scrapped rejected twice or given up
     * @param held batches that wait until the inspection of the product is resumed
     * @param firstPassYield {@code acceptedFirst / inspected}, 0 to 1, absent before the first
     * @param networkMedian the median first-pass yield of all producers of the product, absent if fewer than three others
     * @param networkAsOf when the medians were computed: now, or some minutes ago if the producers are many
     * @param discontinued whether no batch of it is inspected before a corrective action is accepted
     * @param rejectsByDefect the most frequent causes of rejections, the most frequent first
     * @param trend the last 24 months, the oldest first, without months in which nothing was inspected
     */
    public record ProductQuality(
            UUID memberId,
            @Nullable String memberName,
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
            List<ClassSwitching> switching,
            List<RejectCause> rejectsByDefect,
            List<TrendMonth> trend) {}

    /**
     * How severely a defect class is inspected, and how near the next change is.
     *
     * @param since when it came to be so, absent if it was so from the beginning
     * @param reason why it came to be so, in English; absent if it was so from the beginning
     * @param why the same for readers of every language
     * @param switchingScore on normal inspection; at 30 inspection is reduced
     * @param acceptedInARow on tightened inspection; with 5 inspection is normal again
     * @param rejectedOnTightened with 5 the inspection of the product is discontinued
     * @param changes the latest ten, the newest first
     */
    public record ClassSwitching(
            DefectClass defectClass,
            Switching.State state,
            @Nullable Instant since,
            @Nullable String reason,
            @Nullable SwitchingReason why,
            int switchingScore,
            int acceptedInARow,
            int rejectedOnTightened,
            List<Change> changes) {

        static ClassSwitching of(DefectClass defectClass, Switching switching, List<Change> changes) {
            return new ClassSwitching(
                    defectClass,
                    switching.state(),
                    changes.isEmpty() ? null : changes.getFirst().at(),
                    changes.isEmpty() ? null : changes.getFirst().reason(),
                    changes.isEmpty() ? null : changes.getFirst().why(),
                    switching.score(),
                    switching.acceptedInARow(),
                    switching.rejectedOnTightened(),
                    changes);
        }
    }

    /**
     * When and why a defect class came to be inspected more or less severely.
     *
     * @param reason in English
     * @param why the same for readers of every language
     * @param batchId the batch whose inspection changed it, absent where a decision of the quality desk did
     */
    public record Change(
            Instant at,
            Switching.State from,
            Switching.State to,
            String reason,
            @Nullable SwitchingReason why,
            @Nullable UUID batchId) {

        static Change of(SwitchingHistory.Change change) {
            return new Change(
                    change.changedAt(),
                    change.fromState(),
                    change.toState(),
                    change.reason(),
                    why(change),
                    change.batchId());
        }

        private static @Nullable SwitchingReason why(SwitchingHistory.Change change) {
            return change.reasonCode() == null
                    ? null
                    : new SwitchingReason(change.reasonCode(), change.reasonNumber(), change.reasonWritten());
        }
    }

    /**
     * A cause of rejections.
     *
     * @param defect a characteristic, or a defect class where only counts were entered
     * @param batches rejected batches in which it was found
     * @param found units (or defects) in their samples
     */
    public record RejectCause(String defect, long batches, long found) {}

    /** The producer's first-pass yield in a calendar month (its first day, in UTC), next to the network's median. */
    public record TrendMonth(
            LocalDate month,
            long inspected,
            BigDecimal firstPassYield,
            @Nullable BigDecimal networkMedian) {}

    /** Everything that is shown of the products of a page, by product. */
    private record PageData(
            @Nullable String memberName,
            Map<String, ProducerPerformance.Counts> counts,
            Map<String, Long> held,
            Map<String, List<SwitchingHistory.Change>> changes,
            Map<String, List<ProducerPerformance.Defect>> defects,
            Map<String, List<ProducerPerformance.Month>> months,
            Map<String, NetworkMedians.Median> medians,
            Map<NetworkMedians.ProductMonth, BigDecimal> monthlyMedians) {}

    @GET
    @Path("/{memberId}/quality")
    @RolesAllowed({"quality-desk", "producer"})
    @Transactional
    @Operation(
            operationId = "listProducerQuality",
            summary =
                    "Show a producer's first-pass yield and its trend, causes of rejections, and how severely it is inspected and"
                            + " why, product by product, next to the median of all producers; a producer sees its own")
    public Page<ProductQuality> quality(@PathParam("memberId") UUID memberId, @BeanParam @Valid PageQuery query) {
        caller.requireMemberOr(memberId, "quality-desk");
        Page<InspectionSeries> page = query.byText(
                (String after, int maxRows) -> InspectionSeries.ofProducer(memberId, after, maxRows),
                series -> series.product);
        List<String> products =
                page.items().stream().map(series -> series.product).toList();
        PageData data = read(memberId, products);
        return page.map(series -> productQuality(series, data));
    }

    private PageData read(UUID memberId, List<String> products) {
        Instant now = clock.now();
        LocalDate since = FirstPassYield.firstMonth(clock.day(now));
        return new PageData(
                producerNames.of(memberId),
                performance.counts(memberId, products).stream()
                        .collect(toMap(ProducerPerformance.Counts::product, identity())),
                batches.held(memberId, products),
                switchingHistory.latest(memberId, products, MAX_CHANGES_PER_CLASS).stream()
                        .collect(groupingBy(SwitchingHistory.Change::product)),
                performance.defects(memberId, products).stream()
                        .collect(groupingBy(ProducerPerformance.Defect::product)),
                performance.months(memberId, products, since).stream()
                        .collect(groupingBy(ProducerPerformance.Month::product)),
                networkMedians.overAllTime(products, now),
                networkMedians.byMonth(products, since));
    }

    private static ProductQuality productQuality(InspectionSeries series, PageData data) {
        String product = series.product;
        ProducerPerformance.Counts counts =
                data.counts().getOrDefault(product, ProducerPerformance.Counts.none(product));
        boolean inspected = counts.inspected() > 0;
        NetworkMedians.Median median = inspected ? data.medians().get(product) : null;
        return new ProductQuality(
                series.memberId,
                data.memberName(),
                product,
                counts.inspected(),
                counts.acceptedFirst(),
                counts.reworked(),
                counts.scrapped(),
                data.held().getOrDefault(product, 0L),
                inspected ? FirstPassYield.of(counts.acceptedFirst(), counts.inspected()) : null,
                median == null ? null : median.value(),
                median == null ? null : median.asOf(),
                series.discontinued,
                switching(series, data.changes().getOrDefault(product, List.of())),
                data.defects().getOrDefault(product, List.of()).stream()
                        .map(defect -> new RejectCause(defect.defect(), defect.batches(), defect.found()))
                        .toList(),
                data.months().getOrDefault(product, List.of()).stream()
                        .map(month -> new TrendMonth(
                                month.month(),
                                month.inspected(),
                                FirstPassYield.of(month.acceptedFirst(), month.inspected()),
                                data.monthlyMedians().get(new NetworkMedians.ProductMonth(product, month.month()))))
                        .toList());
    }

    private static List<ClassSwitching> switching(InspectionSeries series, List<SwitchingHistory.Change> changes) {
        return series.switching.classes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> ClassSwitching.of(
                        entry.getKey(),
                        entry.getValue(),
                        changes.stream()
                                .filter(change -> change.defectClass() == entry.getKey())
                                .map(Change::of)
                                .toList()))
                .toList();
    }
}
