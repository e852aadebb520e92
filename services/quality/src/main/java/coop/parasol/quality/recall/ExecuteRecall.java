package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.recall.rules.RecallAction.Transition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Changes the certificates that decisions are about, some hundreds in a transaction, each once: what is done is stored in
 * the same transaction, so that after a crash any instance of the service goes on with what is left.
 */
@ApplicationScoped
class ExecuteRecall {

    static final int CERTIFICATES_PER_TRANSACTION = 200;

    private static final Logger LOG = Logger.getLogger(ExecuteRecall.class);

    private final RecalledCertificates recalledCertificates;
    private final Outbox outbox;
    private final FirmClock clock;

    ExecuteRecall(RecalledCertificates recalledCertificates, Outbox outbox, FirmClock clock) {
        this.recalledCertificates = recalledCertificates;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.recall.execution-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void executeUnfinished() {
        QuarkusTransaction.requiringNew().call(Recall::unfinished).forEach(this::executeWholly);
    }

    /** A decision that cannot be executed keeps no other waiting; it is tried again with the next check. */
    private void executeWholly(UUID recallId) {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().call(() -> executeNext(recallId)) > 0;
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "recall %s is not executed wholly and will be tried again", recallId);
        }
    }

    /** Returns for how many certificates it was executed; none if it is done or another instance works on it. */
    private int executeNext(UUID recallId) {
        if (!recalledCertificates.lockUnfinished(recallId)) {
            return 0;
        }
        Recall recall = Recall.<Recall>findByIdOptional(recallId).orElseThrow();
        return executeNext(recall, Cause.of(Objects.requireNonNull(recall.decidedBy)));
    }

    /** Executes a locked decision for its next certificates, and returns for how many. */
    int executeNext(Recall recall, Cause cause) {
        Instant now = clock.now();
        List<String> numbers = recalledCertificates.next(recall.id, CERTIFICATES_PER_TRANSACTION);
        List<QualityEvent> events = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<Certificate> certificates = Certificate.lock(numbers);
        Set<String> superseded = recalledCertificates.superseded(recall, numbers);
        for (Certificate certificate : certificates) {
            List<Transition> transitions =
                    superseded.contains(certificate.number) ? List.of() : transitions(recall, certificate);
            for (Transition transition : transitions) {
                events.add(apply(transition, certificate, recall, now));
                // each transition is stored, since the database allows no two at once
                Certificate.flush();
            }
            if (!transitions.isEmpty()) {
                changed.add(certificate.number);
            }
        }
        recalledCertificates.setDone(recall.id, numbers, changed);
        recall.changed += changed.size();
        recall.unchanged += numbers.size() - changed.size();
        if (recall.changed + recall.unchanged == recall.selected) {
            recall.finishedAt = now;
        }
        recall.persistAndFlush();
        outbox.append(events, cause);
        return numbers.size();
    }

    private static List<Transition> transitions(Recall recall, Certificate certificate) {
        return recall.action.transitions(
                certificate.state == CertificateState.CERTIFIED,
                certificate.state == CertificateState.SUSPENDED,
                certificate.state == CertificateState.EXPIRED);
    }

    private static QualityEvent apply(Transition transition, Certificate certificate, Recall recall, Instant now) {
        UUID batch = certificate.batchId;
        String number = certificate.number;
        UUID member = certificate.memberId;
        String product = certificate.product;
        String lot = certificate.lot;
        certificate.recallId = recall.id;
        return switch (transition) {
            case SUSPEND -> {
                certificate.transitionTo(CertificateState.SUSPENDED, now);
                yield new BatchSuspended(batch, number, member, product, lot, recall.id, recall.reason, now);
            }
            case REINSTATE -> {
                certificate.transitionTo(CertificateState.CERTIFIED, now);
                yield new BatchReinstated(batch, number, member, product, lot, recall.id, recall.reason, now);
            }
            case RECALL -> {
                certificate.recallClass = Objects.requireNonNull(recall.recallClass);
                certificate.transitionTo(CertificateState.RECALLED, now);
                yield new BatchRecalled(
                        batch, number, member, product, lot, recall.id, certificate.recallClass, recall.reason, now);
            }
        };
    }
}
