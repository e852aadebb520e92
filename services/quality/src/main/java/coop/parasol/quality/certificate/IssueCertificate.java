package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.rules.CertificateNumber;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.standard.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues the certificate of an accepted batch. {@link SignCertificates} signs it with the firm's key of this moment, right after the
 * decision is committed.
 */
@ApplicationScoped
public class IssueCertificate {

    private final SecureRandom random = new SecureRandom();
    private final SigningKeys signingKeys;
    private final SignCertificates signCertificates;
    private final CertificateTexts texts;
    private final Outbox outbox;
    private final FirmClock clock;

    IssueCertificate(
            SigningKeys signingKeys,
            SignCertificates signCertificates,
            CertificateTexts texts,
            Outbox outbox,
            FirmClock clock) {
        this.signingKeys = signingKeys;
        this.signCertificates = signCertificates;
        this.texts = texts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What is certified.
     *
     * @param lot the producer's own
     * @param originLot the lot of which it is the good part, after sorting
     * @param brandLot the lot under which the firm sells it, GS1 application identifier 10
     * @param quantity what may be sold
     * @param bestBefore last day of sale, absent where goods do not age
     * @param release how it may be sold although it was rejected; absent where it meets its standard
     */
    public record AcceptedBatch(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            @Nullable String originLot,
            String brandLot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            int standardVersion,
            @Nullable CertifiedRelease release) {}

    /**
     * The batch is locked.
     *
     * @return the certificate's number
     */
    public String issue(AcceptedBatch batch, Instant now, Cause cause) {
        Standard standard = Standard.version(batch.product(), batch.standardVersion());
        Certificate certificate = new Certificate();
        certificate.number = newNumber();
        certificate.batchId = batch.batchId();
        certificate.memberId = batch.memberId();
        certificate.product = batch.product();
        certificate.productName = standard.specification.name();
        certificate.gtin = standard.specification.gtin();
        certificate.lot = batch.lot();
        certificate.originLot = batch.originLot();
        certificate.brandLot = batch.brandLot();
        certificate.grade = batch.grade();
        certificate.quantity = batch.quantity().value();
        certificate.unit = batch.quantity().unit();
        certificate.standardVersion = batch.standardVersion();
        certificate.bestBefore = batch.bestBefore();
        certificate.setRelease(batch.release());
        certificate.issuedAt = now;
        certificate.expiresAt = endOf(batch.bestBefore());
        certificate.state = CertificateState.CERTIFIED;
        certificate.changedAt = now;
        certificate.issuer = texts.firm();
        certificate.kid = signingKeys.currentKid();
        certificate.persist();
        signCertificates.afterCommit();
        outbox.append(
                new BatchCertified(
                        batch.batchId(),
                        certificate.number,
                        batch.memberId(),
                        batch.product(),
                        batch.lot(),
                        batch.brandLot(),
                        batch.grade(),
                        batch.quantity(),
                        batch.bestBefore(),
                        batch.standardVersion(),
                        now),
                cause);
        return certificate.number;
    }

    private String newNumber() {
        byte[] bytes = new byte[CertificateNumber.RANDOM_BYTES];
        random.nextBytes(bytes);
        return CertificateNumber.of(bytes);
    }

    /** The first moment after the last day of sale. Days of sale are the firm's, as distribution compares them. */
    private @Nullable Instant endOf(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : clock.startOfDay(lastDay.plusDays(1));
    }
}
