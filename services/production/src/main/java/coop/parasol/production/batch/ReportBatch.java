package coop.parasol.production.batch;

import coop.parasol.contracts.Identifier;
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
import java.time.LocalDate;
import java.util.Collection;
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

    private static final Refusal NO_MEMBER =
            new Refusal.Conflict("member-not-active", "Only a member reports batches.");

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
            @Nullable UUID commitmentId,
            List<NamedInput> inputs,
            List<Measurement> measured) {

        /** The same, made for a commitment. */
        Report madeFor(UUID commitment) {
            return new Report(product, lot, quantity, madeOn, bestBefore, route, commitment, inputs, measured);
        }
    }

    sealed interface Outcome {}

    record Reported(Batch batch) implements Outcome {}

    /** The same report was made before. */
    record AlreadyReported(Batch batch) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    Outcome report(UUID memberId, Report report, Cause cause) {
        return reportAll(memberId, List.of(report), cause).getFirst();
    }

    /**
     * Reports batches of one producer, in their order.
     *
     * @return an outcome for each report
     */
    List<Outcome> reportAll(UUID memberId, List<Report> reports, Cause cause) {
        Member member = Member.lock(memberId).orElse(null);
        if (member == null) {
            return reports.stream()
                    .<Outcome>map(report -> new Refused(NO_MEMBER))
                    .toList();
        }
        ReportedCommitments named = commitments.lock(
                member,
                distinct(reports, Report::commitmentId),
                reports.stream()
                        .filter(report -> report.commitmentId() == null)
                        .map(Report::product)
                        .collect(Collectors.toSet()));
        Map<String, Batch> byLot = batches.ofLots(memberId, lots(reports));
        Map<String, Batch> certified = batches.ofCertificates(certificates(reports));
        BatchGroup group = new BatchGroup(
                member,
                Product.ofCodes(distinct(reports, Report::product)),
                byLot,
                certified,
                inputQuantities.left(memberId, inputs(reports, byLot, certified)),
                named,
                clock.now(),
                clock.today());
        List<Outcome> outcomes = reports.stream().map(group::decide).toList();
        batches.insert(group.reported());
        commitments.store(named);
        outbox.append(group.events(), cause);
        return outcomes;
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
