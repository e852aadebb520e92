package coop.parasol.quality.recall;

import coop.parasol.contracts.Identifier;
import coop.parasol.quality.certificate.FindCertificates.ProducerLot;
import coop.parasol.quality.recall.UndecidedBatches.UndecidedBatch;
import coop.parasol.quality.recall.rules.RecallReach;
import coop.parasol.quality.recall.rules.RecallScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the scope of a decision finds: certificates, batches that are not decided yet, and which lots it does not find. */
@ApplicationScoped
class BatchesInScope {

    private final CertificatesInScope certificates;
    private final UndecidedBatches undecidedBatches;
    private final MadeOfBatches madeOfBatches;

    BatchesInScope(CertificatesInScope certificates, UndecidedBatches undecidedBatches, MadeOfBatches madeOfBatches) {
        this.certificates = certificates;
        this.undecidedBatches = undecidedBatches;
        this.madeOfBatches = madeOfBatches;
    }

    List<String> certificateNumbers(RecallScope scope) {
        return certificates.numbers(scope);
    }

    /** Those that a suspension would suspend, or those that are suspended and that a reinstatement would release. */
    List<UUID> undecided(RecallScope scope, boolean suspended) {
        return undecidedBatches.inScope(scope, certificates.standards(scope), suspended).stream()
                .map(UndecidedBatch::batchId)
                .toList();
    }

    /** What was made of the batches of a scope, and is not in it itself. */
    List<MadeOfBatches.MadeBatch> madeOf(RecallScope scope, int maxRows) {
        Set<UUID> batches = new LinkedHashSet<>(certificates.batches(scope));
        batches.addAll(undecided(scope, false));
        batches.addAll(undecided(scope, true));
        return madeOfBatches.madeOf(batches, maxRows);
    }

    void suspend(List<UUID> undecided, UUID recallId) {
        undecidedBatches.suspend(undecided, recallId);
    }

    void reinstate(List<UUID> undecided) {
        undecidedBatches.reinstate(undecided);
    }

    /** Which producers the scope hits, and which of the lots that it names it does not find. */
    RecallReach reach(RecallScope scope) {
        List<ProducerLot> found = Stream.concat(
                        certificates.lots(scope).stream(),
                        Stream.of(true, false)
                                .flatMap(suspended ->
                                        undecidedBatches
                                                .inScope(scope, certificates.standards(scope), suspended)
                                                .stream())
                                .flatMap(batch -> Stream.of(batch.lot(), batch.originLot(), batch.brandLot())
                                        .filter(Objects::nonNull)
                                        .map(lot -> new ProducerLot(batch.memberId(), lot))))
                .toList();
        Set<String> lots =
                found.stream().map(lot -> Identifier.of(lot.lot()).normal()).collect(Collectors.toSet());
        return new RecallReach(
                found.stream().map(ProducerLot::memberId).distinct().sorted().toList(),
                scope.lots() == null
                        ? List.of()
                        : scope.lots().stream()
                                .distinct()
                                .filter(lot -> !lots.contains(Identifier.of(lot).normal()))
                                .toList());
    }
}
