package coop.parasol.membership.login;

import coop.parasol.contracts.MembershipEvent.LoginReset;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two registrars give a member that has lost its password a new one. One of them alone could otherwise act as the member, and
 * redirect its money.
 */
@ApplicationScoped
class DecideLoginReset {

    /** Digits and letters that nobody mistakes for one another; almost 5 bits each. */
    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int PART_LENGTH = 10;

    private final KeycloakPasswords passwords;
    private final Logins logins;
    private final FirmClock clock;
    private final Outbox outbox;
    private final SecureRandom random = new SecureRandom();

    DecideLoginReset(KeycloakPasswords passwords, Logins logins, FirmClock clock, Outbox outbox) {
        this.passwords = passwords;
        this.logins = logins;
        this.clock = clock;
        this.outbox = outbox;
    }

    sealed interface Outcome permits Done, Refused {}

    record Done(LoginResetProposal proposal) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** What one of the two persons is shown of the new password, once. */
    sealed interface PartOutcome permits Part, NoPart {}

    /** @param isFirst whether the member types it first */
    record Part(String userName, String text, boolean isFirst) implements PartOutcome {}

    record NoPart(Refusal reason) implements PartOutcome {}

    /**
     * Proposes it; a pending proposal is replaced.
     *
     * @param reason how the member was recognised
     */
    Outcome propose(UUID memberId, String reason, String actor) {
        Optional<Refusal> refusal = whyNoReset(memberId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        LoginResetProposal.findPending(memberId)
                .ifPresent(pending -> pending.decide(DeskProposal.State.WITHDRAWN, actor, clock.now()));
        LoginResetProposal proposal = new LoginResetProposal();
        proposal.memberId = memberId;
        proposal.reason = reason;
        proposal.propose(actor, clock.now());
        return new Done(proposal);
    }

    /**
     * A second person agrees: the member's password and its sessions end now, and the member chooses another one at its next
     * sign-in.
     */
    Outcome approve(UUID memberId, UUID proposalId, String actor, Cause cause) {
        Optional<Member> member = Member.lock(memberId);
        Optional<LoginResetProposal> locked = LoginResetProposal.lock(memberId, proposalId);
        Optional<Refusal> refusal = DeskProposal.whyNotPending(locked, "login reset", proposalId)
                .or(() -> SecondPerson.refusal(locked.orElseThrow().proposedBy, actor))
                .or(() -> whyNoReset(memberId));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        LoginResetProposal proposal = locked.orElseThrow();
        proposal.firstPart = part();
        proposal.secondPart = part();
        proposal.decide(DeskProposal.State.APPROVED, actor, clock.now());
        member.orElseThrow().loginResetAt = clock.now();
        LoginResetProposal.flush();
        outbox.append(new LoginReset(memberId, clock.now()), cause);
        passwords.replacePassword(
                memberId, logins.userName(memberId).orElseThrow(), proposal.firstPart + proposal.secondPart);
        return new Done(proposal);
    }

    /** Withdraws a pending proposal; the member's login stays what it is. */
    Outcome withdraw(UUID memberId, UUID proposalId, String actor) {
        Optional<LoginResetProposal> locked = LoginResetProposal.lock(memberId, proposalId);
        Optional<Refusal> refusal = DeskProposal.whyNotPending(locked, "login reset", proposalId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        locked.orElseThrow().decide(DeskProposal.State.WITHDRAWN, actor, clock.now());
        return new Done(locked.orElseThrow());
    }

    /** Shows each of the two its own part, and keeps it no longer. */
    PartOutcome takePart(UUID memberId, UUID proposalId, String actor) {
        Optional<LoginResetProposal> locked = LoginResetProposal.lock(memberId, proposalId);
        if (locked.isEmpty()) {
            return new NoPart(new Refusal.NotFound("login reset", proposalId));
        }
        LoginResetProposal proposal = locked.get();
        boolean first = actor.equals(proposal.proposedBy);
        if (!first && !actor.equals(proposal.decidedBy)) {
            return new NoPart(new Refusal.Forbidden(
                    "not-one-of-the-two", "Only who has proposed it and who has approved it are told a part each."));
        }
        @Nullable String part = first ? proposal.firstPart : proposal.secondPart;
        if (part == null) {
            return new NoPart(new Refusal.Conflict(
                    "nothing-to-show", "It is not approved, or this part was shown already; propose a reset anew."));
        }
        if (first) {
            proposal.firstPart = null;
        } else {
            proposal.secondPart = null;
        }
        LoginResetProposal.flush();
        return new Part(logins.userName(memberId).orElseThrow(), part, first);
    }

    private Optional<Refusal> whyNoReset(UUID memberId) {
        Optional<String> userName = logins.userName(memberId).filter(name -> logins.canSignIn(memberId));
        if (userName.isEmpty()) {
            return Optional.of(new Refusal.NotFound("account of member", memberId));
        }
        return switch (passwords.access(
                memberId, userName.get(), logins.oneTimePasswordAt(memberId).orElse(null))) {
            case OWN_PASSWORD -> Optional.empty();
            case NOT_SIGNED_IN ->
                Optional.of(new Refusal.Conflict(
                        "not-signed-in-yet", "The member has chosen no password yet; issue a one-time password."));
            case NO_ACCOUNT ->
                Optional.of(new Refusal.Conflict(
                        "no-account-yet", "There is no account yet: it is made once the member's share is paid."));
        };
    }

    private String part() {
        return random.ints(PART_LENGTH, 0, SIGNS.length())
                .collect(StringBuilder::new, (text, sign) -> text.append(SIGNS.charAt(sign)), StringBuilder::append)
                .toString();
    }
}
