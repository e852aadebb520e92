package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.ExitCase.Waiting;
import coop.parasol.membership.exit.rules.LastStatement;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.pool.MemberPools;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * What time does to exits: notice runs out, holdbacks end, instalments come due, a new year brings a new cap; and what has become of
 * the pools ends those that are paid. After a standstill
 * it catches up. However many instances run, each thing happens once: the share count is locked, and what was due is checked
 * again under the lock.
 */
@ApplicationScoped
public class AdvanceExits {

    private static final Logger LOG = Logger.getLogger(AdvanceExits.class);
    private static final String TIME = "time";
    private static final int BATCH_SIZE = 100;

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final BindExit bindExit;
    private final ValueExit valueExit;
    private final ReleaseHoldback releaseHoldback;
    private final ExitPaymentQueue paymentQueue;
    private final CompleteExit completeExit;
    private final MemberPools pools;

    AdvanceExits(
            FirmClock clock,
            ShareCount shareCount,
            BindExit bindExit,
            ValueExit valueExit,
            ReleaseHoldback releaseHoldback,
            ExitPaymentQueue paymentQueue,
            CompleteExit completeExit,
            MemberPools pools) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.bindExit = bindExit;
        this.valueExit = valueExit;
        this.releaseHoldback = releaseHoldback;
        this.paymentQueue = paymentQueue;
        this.completeExit = completeExit;
        this.pools = pools;
    }

    @Scheduled(every = "{parasol.membership.exits-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        advanceAll(ExitCase::dueForBinding, bindExit::bindIfDue);
        advanceAll(ExitCase::dueForValuation, valueExit::valueIfDue);
        advanceAll(ExitCase::dueForHoldbackRelease, releaseHoldback::releaseIfDue);
        while (QuarkusTransaction.requiringNew().call(this::makePaymentsDue)) {
            LOG.debug("more payments to leaving members are due");
        }
        forEach(ExitCase::awaitingStatement, this::canEnd, completeExit::endIfDue);
        forEach(ExitCase::withAccess, this::canEndAccess, completeExit::endAccessIfDue);
    }

    private boolean makePaymentsDue() {
        shareCount.lock();
        return paymentQueue.makeDue(Cause.of(TIME));
    }

    /** Those of the paid exits whose statement is there, or is waited for no longer. */
    private List<Waiting> canEnd(List<Waiting> paid) {
        Set<UUID> awaiting = pools.awaitingStatement(memberIds(paid));
        return paid.stream()
                .filter(exit -> LastStatement.isOver(
                        awaiting.contains(exit.memberId()),
                        Objects.requireNonNull(exit.lastStatementUntil()),
                        clock.today()))
                .toList();
    }

    /** Those of the exits whose members may not need their account any more; each is looked at again under the lock. */
    private List<Waiting> canEndAccess(List<Waiting> ended) {
        Set<UUID> open = pools.openAmong(memberIds(ended));
        return ended.stream()
                .filter(exit -> !open.contains(exit.memberId())
                        || Member.<Member>findByIdOptional(exit.memberId())
                                .filter(Member::hasSuccessor)
                                .isPresent())
                .toList();
    }

    private static List<UUID> memberIds(List<Waiting> exits) {
        return exits.stream().map(Waiting::memberId).toList();
    }

    /** All that wait, a page at a time; what has not come yet is passed over. */
    private void forEach(
            BiFunction<UUID, Integer, List<Waiting>> find,
            UnaryOperator<List<Waiting>> due,
            BiConsumer<ExitCase, Cause> step) {
        UUID after = new UUID(0, 0);
        List<Waiting> page;
        do {
            UUID from = after;
            page = QuarkusTransaction.requiringNew().call(() -> find.apply(from, BATCH_SIZE));
            List<Waiting> found = page;
            for (Waiting exit : QuarkusTransaction.requiringNew().call(() -> due.apply(found))) {
                advance(exit.id(), step);
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == BATCH_SIZE);
    }

    /** One transaction for each exit; one that fails is left for the next run and keeps no other waiting. */
    private void advanceAll(BiFunction<LocalDate, Integer, List<UUID>> find, BiConsumer<ExitCase, Cause> step) {
        int advanced;
        do {
            List<UUID> due = QuarkusTransaction.requiringNew().call(() -> find.apply(clock.today(), BATCH_SIZE));
            advanced = 0;
            for (UUID id : due) {
                advanced += advance(id, step) ? 1 : 0;
            }
        } while (advanced == BATCH_SIZE);
    }

    private boolean advance(UUID id, BiConsumer<ExitCase, Cause> step) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                shareCount.lock();
                step.accept(ExitCase.lock(id).orElseThrow(), Cause.of(TIME));
            });
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "exit %s could not be advanced and is tried again", id);
            return false;
        }
    }
}
