package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.certificate.Certificate;
import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.recall.rules.Action;
import coop.parasol.quality.recall.rules.Action.Step;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Carries decisions out, some hundred certificates in a transaction, each once: what is done is marked in the same
 * transaction, so that after a crash the rest is done, by whichever instance.
 */
@ApplicationScoped
public class CarryOut {

    static final int FEW = 200;
    private static final Logger LOG = Logger.getLogger(CarryOut.class);

    private final Session database;
    private final Outbox outbox;
    private final Clock clock;

    CarryOut(Session database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.recall.check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void theRest() {
        QuarkusTransaction.requiringNew().call(Recall::unfinished).forEach(this::theRestOf);
    }

    /** As long as something comes of it: one decision that cannot be carried out keeps no other waiting. */
    private void theRestOf(UUID recallId) {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew()
                        .call(() -> Recall.lockUnfinished(recallId)
                                .map(recall -> few(recall, Cause.of(recall.decidedBy)) > 0)
                                .orElse(false));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "recall %s is not carried out wholly and will be tried again", recallId);
        }
    }

    /** The next few of a locked recall; how many that were. */
    int few(Recall recall, Cause cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<String> numbers = database.createNativeQuery(
                        "select number from recall_certificate where recall_id = ?1 and changed is null"
                                + " order by number limit ?2",
                        String.class)
                .setParameter(1, recall.id)
                .setParameter(2, FEW)
                .getResultList();
        List<QualityEvent> events = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<Certificate> locked = Certificate.lock(numbers);
        Set<String> overtaken = overtaken(recall, numbers);
        for (Certificate certificate : locked) {
            List<Step> steps = overtaken.contains(certificate.number)
                    ? List.of()
                    : recall.action.steps(
                            certificate.state == CertificateState.CERTIFIED,
                            certificate.state == CertificateState.SUSPENDED);
            for (Step step : steps) {
                events.add(take(step, certificate, recall, now));
                Certificate.flush();
            }
            if (!steps.isEmpty()) {
                changed.add(certificate.number);
            }
        }
        database.createNativeMutationQuery("update recall_certificate set changed = number = any(?3)"
                        + " where recall_id = ?1 and number = any(?2)")
                .setParameter(1, recall.id)
                .setParameter(2, numbers.toArray(String[]::new))
                .setParameter(3, changed.toArray(String[]::new))
                .executeUpdate();
        recall.changed += changed.size();
        recall.unchanged += numbers.size() - changed.size();
        if (recall.changed + recall.unchanged == recall.selected) {
            recall.finishedAt = now;
        }
        recall.persistAndFlush();
        outbox.append(events, cause);
        return numbers.size();
    }

    /** Those about which something else was decided before a reinstatement has come to them: the last word counts. */
    private Set<String> overtaken(Recall recall, List<String> numbers) {
        return recall.action != Action.REINSTATEMENT
                ? Set.of()
                : Set.copyOf(database.createNativeQuery("""
                                select c.number from recall_certificate c join recall later on later.id = c.recall_id
                                 where c.number = any(?1) and later.action <> 'REINSTATEMENT'
                                   and (later.decided_at, later.id) > (?2, ?3)
                                """, String.class)
                        .setParameter(1, numbers.toArray(String[]::new))
                        .setParameter(2, recall.decidedAt)
                        .setParameter(3, recall.id)
                        .getResultList());
    }

    private static QualityEvent take(Step step, Certificate certificate, Recall recall, Instant now) {
        UUID batch = certificate.batchId;
        String number = certificate.number;
        UUID member = certificate.memberId;
        String product = certificate.product;
        String lot = certificate.lot;
        certificate.recallId = recall.id;
        return switch (step) {
            case SUSPEND -> {
                certificate.become(CertificateState.SUSPENDED, now);
                yield new BatchSuspended(batch, number, member, product, lot, recall.id, recall.reason, now);
            }
            case REINSTATE -> {
                certificate.become(CertificateState.CERTIFIED, now);
                yield new BatchReinstated(batch, number, member, product, lot, recall.id, recall.reason, now);
            }
            case RECALL -> {
                certificate.recallClass = Objects.requireNonNull(recall.recallClass);
                certificate.become(CertificateState.RECALLED, now);
                yield new BatchRecalled(
                        batch, number, member, product, lot, recall.id, certificate.recallClass, recall.reason, now);
            }
        };
    }
}
