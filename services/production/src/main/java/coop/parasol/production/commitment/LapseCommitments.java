package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.messaging.Cause;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What a leaving firm has committed and not made lapses some weeks after its week, so that an exit does not wait for ever for goods that
 * nobody makes. What was reported stays promised.
 */
@ApplicationScoped
public class LapseCommitments {

    private static final Logger LOG = Logger.getLogger(LapseCommitments.class);
    private static final int WEEKS_OF_GRACE = 4;
    private static final int AT_ONCE = 100;

    private final ChangeCommitments commitments;
    private final Clock clock;

    LapseCommitments(ChangeCommitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.production.lapse-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Period last = Period.of(LocalDate.now(clock).minusWeeks(WEEKS_OF_GRACE + 1));
        List<Commitment> due = QuarkusTransaction.requiringNew().call(() -> Commitment.ofLeavers(last, AT_ONCE));
        for (Commitment commitment : due) {
            try {
                QuarkusTransaction.requiringNew().run(() -> lapse(commitment));
            } catch (RuntimeException e) {
                LOG.errorf(e, "commitment %s is over and could not be released; it is tried again", commitment.id);
            }
        }
    }

    private void lapse(Commitment found) {
        Member member = Member.lock(found.memberId).orElseThrow();
        Commitment.lock(found.id)
                .filter(open -> open.state == Commitment.State.OPEN && member.state == Member.State.LEAVING)
                .ifPresent(open -> commitments.release(member, open, Cause.of("time")));
    }
}
