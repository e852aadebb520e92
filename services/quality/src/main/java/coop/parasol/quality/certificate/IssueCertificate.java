package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.rules.CertificateNumber;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.standard.Standard;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a batch that has been accepted its signed certificate, and says so. */
@ApplicationScoped
public class IssueCertificate {

    private final SecureRandom random = new SecureRandom();
    private final SignCertificate signCertificate;
    private final Outbox outbox;

    IssueCertificate(SignCertificate signCertificate, Outbox outbox) {
        this.signCertificate = signCertificate;
        this.outbox = outbox;
    }

    /**
     * What is certified.
     *
     * @param quantity what may be sold
     * @param bestBefore last day of sale, absent where goods do not age
     */
    public record Accepted(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            int standardVersion) {}

    /** The caller holds the lock of the batch. Returns the certificate's number. */
    public String issue(Accepted batch, Instant now, Cause cause) {
        Standard standard = Standard.version(batch.product(), batch.standardVersion());
        Certificate certificate = new Certificate();
        certificate.number = newNumber();
        certificate.batchId = batch.batchId();
        certificate.memberId = batch.memberId();
        certificate.product = batch.product();
        certificate.productName = standard.content.name();
        certificate.gtin = standard.content.gtin();
        certificate.lot = batch.lot();
        certificate.grade = batch.grade();
        certificate.quantity = batch.quantity().value();
        certificate.unit = batch.quantity().unit();
        certificate.standardVersion = batch.standardVersion();
        certificate.bestBefore = batch.bestBefore();
        certificate.issuedAt = now;
        certificate.expiresAt = endOf(batch.bestBefore());
        certificate.state = CertificateState.CERTIFIED;
        certificate.changedAt = now;
        signCertificate.sign(certificate);
        certificate.persist();
        outbox.append(
                new BatchCertified(
                        batch.batchId(),
                        certificate.number,
                        batch.memberId(),
                        batch.product(),
                        batch.lot(),
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

    /** Days of sale are days in UTC, as distribution compares them. */
    private static @Nullable Instant endOf(@Nullable LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
