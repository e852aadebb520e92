package coop.parasol.quality.recall;

import coop.parasol.quality.certificate.FindCertificates;
import coop.parasol.quality.certificate.FindCertificates.Criteria;
import coop.parasol.quality.certificate.FindCertificates.StandardVersion;
import coop.parasol.quality.recall.rules.RecallScope;
import coop.parasol.quality.standard.StandardRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the certificates in the scope of a decision. */
@ApplicationScoped
class CertificatesInScope {

    private final FindCertificates findCertificates;
    private final StandardRepository standards;

    CertificatesInScope(FindCertificates findCertificates, StandardRepository standards) {
        this.findCertificates = findCertificates;
        this.standards = standards;
    }

    /** By product and state, how many batches and how much of the product. */
    List<FindCertificates.Summary> summary(RecallScope scope) {
        return findCertificates.summary(criteria(scope));
    }

    List<String> numbers(RecallScope scope) {
        return findCertificates.numbers(criteria(scope));
    }

    List<UUID> batches(RecallScope scope) {
        return findCertificates.batches(criteria(scope));
    }

    List<FindCertificates.ProducerLot> lots(RecallScope scope) {
        return findCertificates.lots(criteria(scope));
    }

    private Criteria criteria(RecallScope scope) {
        return new Criteria(
                scope.lots(),
                scope.memberId(),
                scope.product(),
                standards(scope.characteristic(), scope.product()),
                scope.certifiedFrom(),
                scope.certifiedBefore());
    }

    /** The versions of standards that name the scope's characteristic; {@code null} if it names none. */
    @Nullable List<StandardVersion> standards(RecallScope scope) {
        return standards(scope.characteristic(), scope.product());
    }

    private @Nullable List<StandardVersion> standards(@Nullable String characteristic, @Nullable String product) {
        return characteristic == null
                ? null
                : standards.versionsWithCharacteristic(characteristic, product).stream()
                        .map(version -> new StandardVersion(version.product(), version.version()))
                        .toList();
    }
}
