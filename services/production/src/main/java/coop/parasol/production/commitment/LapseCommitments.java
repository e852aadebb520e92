package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Releases what a leaving firm has committed and not made once its week is over for some weeks, so that an exit does not wait
 * for ever for goods that nobody makes. What was reported stays committed.
 */
@ApplicationScoped
public class LapseCommitments {

    private static final Logger LOG = Logger.getLogger(LapseCommitments.class);
    private static final int WEEKS_OF_GRACE = 4;
    private static final int BATCH_SIZE = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ChangeCommitment changeCommitment;
    private final FirmClock clock;

    LapseCommitments(ChangeCommitment changeCommitment, FirmClock clock) {
        this.changeCommitment = changeCommitment;
        this.clock = clock;
    }

    @Scheduled(every = "{parasol.production.lapse-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Period lastWeek = Period.of(clock.today().minusWeeks(WEEKS_OF_GRACE + 1));
        List<UUID> members = leavingMembers(BEFORE_ALL);
        while (!members.isEmpty()) {
            List<UUID> batch = members;
            QuarkusTransaction.requiringNew()
                    .call(() -> Commitment.openUntil(lastWeek, batch))
                    .forEach(this::tryToLapse);
            members = leavingMembers(batch.getLast());
        }
    }

    private static List<UUID> leavingMembers(UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> Member.leavingWithOpenCommitments(after, BATCH_SIZE));
    }

    private void tryToLapse(Commitment commitment) {
        try {
            QuarkusTransaction.requiringNew().run(() -> lapse(commitment.memberId, commitment.id));
        } catch (RuntimeException e) {
            LOG.errorf(e, "commitment %s could not be released after its week; it is tried again", commitment.id);
        }
    }

    private void lapse(UUID memberId, UUID commitmentId) {
        Member member = Member.lock(memberId).orElseThrow();
        Commitment.lock(commitmentId)
                .filter(commitment -> commitment.state == Commitment.State.OPEN && member.state == Member.State.LEAVING)
                .ifPresent(commitment -> changeCommitment.release(member, commitment, Cause.of("time")));
    }
}
