package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.rules.CertificateState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * A day that passes is no event, so the service looks: what is overdue expires, a few hundred in a transaction, also what
 * became overdue while nothing ran. Several instances share the work, since each skips what another has locked.
 */
@ApplicationScoped
public class ExpireCertificates {

    private static final int FEW = 200;

    private final Outbox outbox;
    private final Clock clock;

    ExpireCertificates(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.certificate.expiry-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::expireFew) == FEW;
        }
    }

    private int expireFew() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Certificate> overdue = Certificate.lockOverdue(now, FEW);
        overdue.forEach(certificate -> certificate.become(CertificateState.EXPIRED, now));
        Certificate.flush();
        outbox.append(
                overdue.stream()
                        .map(certificate -> new CertificateExpired(
                                certificate.batchId,
                                certificate.number,
                                certificate.memberId,
                                certificate.product,
                                certificate.lot,
                                Objects.requireNonNull(certificate.expiresAt)))
                        .toList(),
                Cause.of("quality"));
        return overdue.size();
    }
}
