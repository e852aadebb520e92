package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalDecided;
import coop.parasol.contracts.GovernanceEvent.ProposalOpened;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.governance.rules.ProposalState;
import coop.parasol.membership.governance.rules.VoteCount;
import coop.parasol.membership.governance.rules.VoteResult;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Opens votes and closes them when their time has come, counts, and lets the outcome take effect. However many instances run, each is closed once:
 * whoever holds the proposal's row decides, and the next one finds it decided. After a standstill it catches up.
 */
@ApplicationScoped
public class AdvanceProposals {

    private static final Logger LOG = Logger.getLogger(AdvanceProposals.class);
    private static final int BATCH_SIZE = 100;

    /** Long enough for the largest effect of a vote: the close of a very large firm. */
    private static final int TIMEOUT_SECONDS = 600;

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final MemberRegister members;
    private final ShareHolders shareHolders;
    private final BylawsInForce bylawsInForce;
    private final Ballots ballots;
    private final ProposalEffects effects;
    private final Outbox outbox;

    AdvanceProposals(
            FirmClock clock,
            ShareCount shareCount,
            MemberRegister members,
            ShareHolders shareHolders,
            BylawsInForce bylawsInForce,
            Ballots ballots,
            ProposalEffects effects,
            Outbox outbox) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.members = members;
        this.shareHolders = shareHolders;
        this.bylawsInForce = bylawsInForce;
        this.ballots = ballots;
        this.effects = effects;
        this.outbox = outbox;
    }

    @Scheduled(every = "{parasol.membership.votes-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> Proposal.due(clock.now(), BATCH_SIZE));
        for (UUID id : due) {
            try {
                QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
                    shareCount.lock();
                    Proposal proposal = Proposal.lock(id).orElseThrow();
                    openIfDue(proposal, Cause.of("time"));
                    closeIfDue(proposal, Cause.of("time"));
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "proposal %s is due and could not be advanced; it is tried again", id);
            }
        }
    }

    /**
     * A vote that is opened late is open for the whole voting period of its bylaws all the same.
     *
     * @param proposal locked
     */
    void openIfDue(Proposal proposal, Cause cause) {
        if (proposal.state != ProposalState.ANNOUNCED || clock.now().isBefore(proposal.opensAt)) {
            return;
        }
        Bylaws bylaws = bylawsInForce.now();
        proposal.bylawsVersion = bylaws.version();
        Instant earliest = clock.now().plus(bylaws.votingPeriod());
        if (proposal.closesAt.isBefore(earliest)) {
            proposal.closesAt = earliest;
        }
        proposal.opensAt = clock.now();
        proposal.electorate = members.countActive();
        proposal.transitionTo(ProposalState.OPEN);
        Proposal.flush();
        outbox.append(
                new ProposalOpened(
                        proposal.id,
                        proposal.kind,
                        proposal.subjectId,
                        proposal.opensAt,
                        proposal.closesAt,
                        proposal.secret,
                        proposal.electorate,
                        proposal.bylawsVersion),
                cause);
    }

    /** @param proposal locked, after the firm */
    private void closeIfDue(Proposal proposal, Cause cause) {
        if (proposal.state != ProposalState.OPEN || clock.now().isBefore(proposal.closesAt)) {
            return;
        }
        Bylaws bylaws = bylawsInForce
                .version(Objects.requireNonNull(proposal.bylawsVersion))
                .orElseThrow()
                .bylaws();
        ballots.removeLapsed(
                proposal,
                shareHolders.all().stream()
                        .map(ShareHolders.ShareHolder::memberId)
                        .toList());
        VoteCount count = ballots.count(proposal);
        VoteResult result = count.result(
                bylaws.quorum(),
                VoteCount.needsBylawMajority(proposal.kind) ? bylaws.bylawMajority() : bylaws.majority());
        boolean carried = result == VoteResult.ACCEPTED;
        proposal.transitionTo(carried ? ProposalState.CARRIED : ProposalState.REJECTED);
        proposal.decidedAt = clock.now();
        Optional<String> obstacle = effects.decided(proposal, result, cause);
        proposal.withoutEffectBecause = obstacle.orElse(null);
        Proposal.flush();
        outbox.append(
                new ProposalDecided(
                        proposal.id,
                        proposal.kind,
                        proposal.subjectId,
                        carried,
                        count.electorate(),
                        count.yes(),
                        count.no(),
                        count.abstentions(),
                        bylaws.version(),
                        proposal.withoutEffectBecause),
                cause);
    }
}
