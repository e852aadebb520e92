package coop.parasol.quality.certificate;

import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.rules.CertificateState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks now and then for certificates whose last day of sale is over, also for those that became overdue while the service
 * did not run: they expire, some hundreds in a transaction. Several instances of the service share the work, since each
 * skips what another has locked.
 */
@ApplicationScoped
class ExpireCertificates {

    private static final int CERTIFICATES_PER_TRANSACTION = 200;

    private static final String LOCK_OVERDUE = """
            select number from certificate where state = 'CERTIFIED' and expires_at <= :now
            order by expires_at limit :maxRows for update skip locked
            """;

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final FirmClock clock;

    ExpireCertificates(Jdbi jdbi, Outbox outbox, FirmClock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parasol.certificate.expiry-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::expireNext) == CERTIFICATES_PER_TRANSACTION;
        }
    }

    /** Returns how many have expired. */
    private int expireNext() {
        Instant now = clock.now();
        List<Certificate> overdue = Certificate.ofNumbers(lockOverdue(now));
        overdue.forEach(certificate -> certificate.transitionTo(CertificateState.EXPIRED, now));
        Certificate.flush();
        outbox.append(overdue.stream().map(ExpireCertificates::event).toList(), Cause.of("quality"));
        return overdue.size();
    }

    private List<String> lockOverdue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK_OVERDUE)
                .bind("now", now)
                .bind("maxRows", CERTIFICATES_PER_TRANSACTION)
                .mapTo(String.class)
                .list());
    }

    private static CertificateExpired event(Certificate certificate) {
        return new CertificateExpired(
                certificate.batchId,
                certificate.number,
                certificate.memberId,
                certificate.product,
                certificate.lot,
                Objects.requireNonNull(certificate.expiresAt));
    }
}
