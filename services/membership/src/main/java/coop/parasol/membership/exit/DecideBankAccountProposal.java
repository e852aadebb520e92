package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.member.BankAccount;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two persons of the desks name the account of a member that cannot: its heirs', or whoever's winds it up. */
@ApplicationScoped
public class DecideBankAccountProposal {

    private final BankAccount bankAccount;
    private final FirmClock clock;

    DecideBankAccountProposal(BankAccount bankAccount, FirmClock clock) {
        this.bankAccount = bankAccount;
        this.clock = clock;
    }

    /**
     * A proposal that stands is replaced.
     *
     * @param member locked
     * @param exitId the ending with which it is recorded, if it is
     */
    public BankAccountProposal propose(Member member, String iban, String proof, @Nullable UUID exitId, String actor) {
        BankAccountProposal.pending(member.id).ifPresent(standing -> withdraw(standing, actor));
        BankAccountProposal proposal = new BankAccountProposal();
        proposal.id = Ids.next();
        proposal.memberId = member.id;
        proposal.exitId = exitId;
        proposal.iban = iban;
        proposal.proof = proof;
        proposal.state = BankAccountProposal.State.PROPOSED;
        proposal.proposedBy = actor;
        proposal.proposedAt = clock.now();
        proposal.persistAndFlush();
        return proposal;
    }

    /** Both are locked; the actor is not the one who has proposed it. */
    public void approve(BankAccountProposal proposal, Member member, String actor) {
        proposal.ibanBefore = member.iban;
        proposal.decide(BankAccountProposal.State.APPROVED, actor, clock.now());
        BankAccountProposal.flush();
        bankAccount.change(member, proposal.iban, actor);
    }

    /** @param proposal locked */
    public void withdraw(BankAccountProposal proposal, String actor) {
        proposal.decide(BankAccountProposal.State.WITHDRAWN, actor, clock.now());
        BankAccountProposal.flush();
    }

    /** The ending is taken back, and with it the account that was recorded with it; not what the member has named since. */
    public void takeBack(UUID exitId, Member member, String actor) {
        BankAccountProposal.pending(member.id)
                .filter(pending -> exitId.equals(pending.exitId))
                .ifPresent(pending -> withdraw(pending, actor));
        Optional<BankAccountProposal> first = BankAccountProposal.<BankAccountProposal>find(
                        "exitId = ?1 and state = ?2 order by decidedAt", exitId, BankAccountProposal.State.APPROVED)
                .firstResultOptional();
        Optional<BankAccountProposal> last = BankAccountProposal.<BankAccountProposal>find(
                        "exitId = ?1 and state = ?2 order by decidedAt desc",
                        exitId,
                        BankAccountProposal.State.APPROVED)
                .firstResultOptional();
        if (first.isPresent() && last.isPresent() && last.get().iban.equals(member.iban)) {
            bankAccount.change(member, first.get().ibanBefore, actor);
        }
    }
}
