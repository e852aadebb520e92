package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.exit.rules.BankAccountProposalRules;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.BankAccount;
import coop.parasol.membership.member.Member;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two persons of the desks name the bank account of a member that cannot do so itself: its heirs', or that of whoever winds the
 * firm up.
 */
@ApplicationScoped
class DecideBankAccountProposal {

    private final BankAccount bankAccount;
    private final Logins logins;
    private final FirmClock clock;

    DecideBankAccountProposal(BankAccount bankAccount, Logins logins, FirmClock clock) {
        this.bankAccount = bankAccount;
        this.logins = logins;
        this.clock = clock;
    }

    sealed interface Outcome permits Done, Refused {}

    record Done(BankAccountProposal proposal) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Proposes an account; a pending proposal is replaced.
     *
     * @param iban valid and normalized
     * @param proof what proves whose account it is
     */
    Outcome propose(UUID memberId, String iban, String proof, String actor) {
        Optional<Member> member = Member.lock(memberId);
        if (member.isEmpty()) {
            return new Refused(new Refusal.NotFound("member", memberId));
        }
        ExitCase exit = ExitCase.findOf(memberId).orElse(null);
        if (!BankAccountProposalRules.isAllowed(
                member.get().shareIssuedAt != null, logins.canSignIn(memberId), exit == null ? null : exit.kind)) {
            return new Refused(new Refusal.Conflict("not-for-the-desk", "The member names its account itself."));
        }
        UUID terminationId = exit != null && exit.kind.isRecorded() ? exit.id : null;
        return new Done(add(member.get(), iban, proof, terminationId, actor));
    }

    /**
     * Adds a proposal; a pending one is replaced.
     *
     * @param member locked
     * @param exitId the exit of the death or dissolution with which it is recorded, if it is
     */
    BankAccountProposal add(Member member, String iban, String proof, @Nullable UUID exitId, String actor) {
        BankAccountProposal.findPending(member.id)
                .ifPresent(pending -> pending.decide(DeskProposal.State.WITHDRAWN, actor, clock.now()));
        BankAccountProposal proposal = new BankAccountProposal();
        proposal.memberId = member.id;
        proposal.exitId = exitId;
        proposal.iban = iban;
        proposal.proof = proof;
        proposal.propose(actor, clock.now());
        return proposal;
    }

    /** A second person agrees: the member is paid there from the next payment run on. */
    Outcome approve(UUID memberId, UUID proposalId, String actor) {
        Optional<Member> member = Member.lock(memberId);
        if (member.isEmpty()) {
            return new Refused(new Refusal.NotFound("member", memberId));
        }
        Optional<BankAccountProposal> locked = lock(memberId, proposalId);
        Optional<Refusal> refusal = DeskProposal.whyNotPending(locked, "bank account proposal", proposalId)
                .or(() -> SecondPerson.refusal(locked.orElseThrow().proposedBy, actor));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        BankAccountProposal proposal = locked.orElseThrow();
        proposal.ibanBefore = member.get().iban;
        proposal.decide(DeskProposal.State.APPROVED, actor, clock.now());
        bankAccount.change(member.get(), proposal.iban, actor);
        return new Done(proposal);
    }

    /** Withdraws a pending proposal; the member's account stays what it is. */
    Outcome withdraw(UUID memberId, UUID proposalId, String actor) {
        if (Member.lock(memberId).isEmpty()) {
            return new Refused(new Refusal.NotFound("member", memberId));
        }
        Optional<BankAccountProposal> locked = lock(memberId, proposalId);
        Optional<Refusal> refusal = DeskProposal.whyNotPending(locked, "bank account proposal", proposalId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        locked.orElseThrow().decide(DeskProposal.State.WITHDRAWN, actor, clock.now());
        return new Done(locked.orElseThrow());
    }

    /**
     * A recorded death or dissolution is reversed, and with it the account that was recorded with it; not what the member has named
     * since.
     */
    void reverse(UUID exitId, Member member, String actor) {
        BankAccountProposal.findPending(member.id)
                .filter(pending -> exitId.equals(pending.exitId))
                .ifPresent(pending -> pending.decide(DeskProposal.State.WITHDRAWN, actor, clock.now()));
        List<BankAccountProposal> approved = BankAccountProposal.list(
                "exitId = ?1 and state = ?2 order by decidedAt", exitId, DeskProposal.State.APPROVED);
        if (!approved.isEmpty() && Objects.equals(approved.getLast().iban, member.iban)) {
            bankAccount.change(member, approved.getFirst().ibanBefore, actor);
        }
    }

    private static Optional<BankAccountProposal> lock(UUID memberId, UUID proposalId) {
        return BankAccountProposal.lock(proposalId).filter(proposal -> proposal.memberId.equals(memberId));
    }
}
