package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.batch.rules.OwnMeasurements.Measurement;
import coop.parasol.production.commitment.ReportedCommitments;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A producer reports batches it has made; each counts towards the commitment it was made for. However many are reported at once,
 * the statements are a fixed number, and each is taken or refused by itself as if it had been reported alone, in turn.
 */
@ApplicationScoped
class ReportBatch {

    static final Refusal NO_MEMBER = new Refusal.Conflict("member-not-active", "Only a member reports batches.");

    private final BatchRepository batches;
    private final InputUseRepository inputQuantities;
    private final ReportedCommitments.Repository commitments;
    private final Outbox outbox;
    private final FirmClock clock;

    ReportBatch(
            BatchRepository batches,
            InputUseRepository inputQuantities,
            ReportedCommitments.Repository commitments,
            Outbox outbox,
            FirmClock clock) {
        this.batches = batches;
        this.inputQuantities = inputQuantities;
        this.commitments = commitments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What a producer reports.
     *
     * @param lot the producer's own number, never used twice
     * @param bestBefore absent for the latest day that the standard allows
     * @param route the process it was made by
     * @param steps of the process, in their order
     * @param commitmentId the commitment it was made for; null for one with a part taken from another's that is not made yet, or
     *     else none
     * @param inputs what went into it
     * @param measured what the producer has measured itself
     */
    record Report(
            String product,
            Identifier lot,
            Quantity quantity,
            LocalDate madeOn,
            @Nullable LocalDate bestBefore,
            String route,
            List<ProcessStep> steps,
            @Nullable UUID commitmentId,
            List<NamedInput> inputs,
            List<Measurement> measured) {

        /** One of whose steps nothing is told. */
        Report(
                String product,
                Identifier lot,
                Quantity quantity,
                LocalDate madeOn,
                @Nullable LocalDate bestBefore,
                String route,
                @Nullable UUID commitmentId,
                List<NamedInput> inputs,
                List<Measurement> measured) {
            this(product, lot, quantity, madeOn, bestBefore, route, List.of(), commitmentId, inputs, measured);
        }

        /** The same, made for a commitment. */
        Report madeFor(UUID commitment) {
            return new Report(product, lot, quantity, madeOn, bestBefore, route, steps, commitment, inputs, measured);
        }
    }

    sealed interface Outcome {}

    record Reported(Batch batch) implements Outcome {}

    /** The same report was made before. */
    record AlreadyReported(Batch batch) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * A report and who makes it.
     *
     * @param traceparent W3C trace context of the call
     */
    record Submission(
            UUID memberId,
            Report report,
            Cause cause,
            @Nullable String traceparent) {

        Outbox.Decided decided(ProductionEvent event) {
            return new Outbox.Decided(event, cause, traceparent);
        }
    }

    /**
     * Reports batches of one producer, in their order.
     *
     * @return an outcome for each report
     */
    List<Outcome> reportAll(UUID memberId, List<Report> reports, Cause cause) {
        String traceparent = Outbox.traceparent();
        List<Submission> submissions = reports.stream()
                .map(report -> new Submission(memberId, report, cause, traceparent))
                .toList();
        return reportAll(submissions, Member.lock(memberId).map(List::of).orElse(List.of()));
    }

    /**
     * Reports batches of several producers, those of each in their order.
     *
     * @param members that report them, locked by the caller; reports of others are refused
     * @return an outcome for each report
     */
    List<Outcome> reportAll(List<Submission> submissions, List<Member> members) {
        if (members.isEmpty()) {
            return submissions.stream()
                    .<Outcome>map(submission -> new Refused(NO_MEMBER))
                    .toList();
        }
        List<Report> reports = submissions.stream().map(Submission::report).toList();
        Map<UUID, ReportedCommitments> named = commitments.lock(
                members,
                distinct(reports, Report::commitmentId),
                reports.stream()
                        .filter(report -> report.commitmentId() == null)
                        .map(Report::product)
                        .collect(Collectors.toSet()));
        Map<UUID, BatchGroup> groups = groups(submissions, members, named);
        List<Outcome> outcomes = submissions.stream()
                .map(submission -> {
                    BatchGroup group = groups.get(submission.memberId());
                    return group == null ? new Refused(NO_MEMBER) : group.decide(submission);
                })
                .toList();
        batches.insert(groups.values().stream()
                .flatMap(group -> group.reported().stream())
                .toList());
        commitments.store(named.values());
        outbox.append(groups.values().stream()
                .flatMap(group -> group.events().stream())
                .toList());
        return outcomes;
    }

    private Map<UUID, BatchGroup> groups(
            List<Submission> submissions, List<Member> members, Map<UUID, ReportedCommitments> named) {
        Map<UUID, List<Report>> byMember = submissions.stream()
                .collect(Collectors.groupingBy(
                        Submission::memberId, Collectors.mapping(Submission::report, Collectors.toList())));
        List<Report> reports = submissions.stream().map(Submission::report).toList();
        Map<UUID, Map<String, Batch>> byLot = batches.ofLots(byMember.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, ofMember -> lots(ofMember.getValue()))));
        Map<String, Batch> certified = batches.ofCertificates(certificates(reports));
        Map<String, Product> products = Product.ofCodes(distinct(reports, Report::product));
        Instant now = clock.now();
        Map<UUID, BatchGroup> groups = new LinkedHashMap<>();
        for (Member member : members) {
            List<Report> own = byMember.getOrDefault(member.id, List.of());
            Map<String, Batch> ownLots = byLot.getOrDefault(member.id, Map.of());
            groups.put(
                    member.id,
                    new BatchGroup(
                            member,
                            products,
                            ownLots,
                            certified,
                            inputQuantities.left(member.id, inputs(own, ownLots, certified)),
                            Objects.requireNonNull(named.get(member.id)),
                            now,
                            clock.today()));
        }
        return groups;
    }

    /** The batches that are named as inputs, as far as they are reported. */
    private static Collection<Batch> inputs(
            List<Report> reports, Map<String, Batch> byLot, Map<String, Batch> certified) {
        return Stream.concat(
                        reports.stream()
                                .flatMap(report -> report.inputs().stream())
                                .flatMap(NamedInput::ownLot)
                                .map(lot -> byLot.get(lot.normal()))
                                .flatMap(Stream::ofNullable),
                        certified.values().stream())
                .collect(Collectors.toSet());
    }

    /** Their own lots, and those that are named as inputs. */
    private static Collection<String> lots(List<Report> reports) {
        return reports.stream()
                .flatMap(report -> Stream.concat(
                        Stream.of(report.lot()), report.inputs().stream().flatMap(NamedInput::ownLot)))
                .map(Identifier::normal)
                .collect(Collectors.toSet());
    }

    private static Collection<String> certificates(List<Report> reports) {
        return reports.stream()
                .flatMap(report -> report.inputs().stream())
                .flatMap(NamedInput::certificateOfMember)
                .collect(Collectors.toSet());
    }

    private static <T> Collection<T> distinct(List<Report> reports, Function<Report, @Nullable T> field) {
        Set<T> values = reports.stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
        return values;
    }
}
