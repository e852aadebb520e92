package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.rules.CertificateNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a batch that has been accepted its certificate, and says so. */
@ApplicationScoped
public class IssueCertificate {

    private final SecureRandom random = new SecureRandom();
    private final Outbox outbox;

    IssueCertificate(Outbox outbox) {
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
        byte[] bytes = new byte[CertificateNumber.RANDOM_BYTES];
        random.nextBytes(bytes);
        String number = CertificateNumber.of(bytes);
        outbox.append(
                new BatchCertified(
                        batch.batchId(),
                        number,
                        batch.memberId(),
                        batch.product(),
                        batch.lot(),
                        batch.grade(),
                        batch.quantity(),
                        batch.bestBefore(),
                        batch.standardVersion(),
                        now),
                cause);
        return number;
    }
}
