package coop.parasol.membership.owner;

import coop.parasol.contracts.MembershipEvent.OwnerRecorded;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.owner.rules.OwnerGroups;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Two persons record that firms have one owner, or that a firm has an owner of its own again. Whoever shares out demand counts
 * firms of one owner as one producer, so that one person alone must not put competitors together, nor take a firm out of its group.
 */
@ApplicationScoped
class DecideOwnerProposal {

    private static final String NOUN = "owner proposal";

    private final FirmOwners owners;
    private final MemberRegister members;
    private final FirmClock clock;
    private final Outbox outbox;

    DecideOwnerProposal(FirmOwners owners, MemberRegister members, FirmClock clock, Outbox outbox) {
        this.owners = owners;
        this.members = members;
        this.clock = clock;
        this.outbox = outbox;
    }

    sealed interface Outcome permits Done, Refused {}

    record Done(OwnerProposal proposal) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Proposes what is to be recorded.
     *
     * @param memberIds two or more for one owner, one for an owner of its own
     * @param proof what proves it
     */
    Outcome propose(OwnerProposal.Kind kind, List<UUID> memberIds, String proof, String actor) {
        List<UUID> firms = List.copyOf(new TreeSet<>(memberIds));
        Optional<Refusal> refusal = refusal(kind, firms);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        OwnerProposal proposal = new OwnerProposal();
        proposal.kind = kind;
        proposal.memberIds = firms;
        proposal.proof = proof;
        proposal.propose(actor, clock.now());
        return new Done(proposal);
    }

    /** A second person agrees: from now on it is so, and the other services are told. */
    Outcome approve(UUID proposalId, Cause cause) {
        owners.lock();
        Optional<OwnerProposal> locked = OwnerProposal.lock(proposalId);
        Optional<Refusal> refusal = DeskProposal.whyNotPending(locked, NOUN, proposalId)
                .or(() -> SecondPerson.refusal(locked.orElseThrow().proposedBy, cause.actor()))
                .or(() -> refusal(locked.orElseThrow().kind, locked.orElseThrow().memberIds));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        OwnerProposal proposal = locked.orElseThrow();
        Instant now = clock.now();
        proposal.decide(DeskProposal.State.APPROVED, cause.actor(), now);
        Map<UUID, UUID> changes = new TreeMap<>(changes(proposal.kind, proposal.memberIds));
        owners.store(changes, now);
        changes.forEach((firm, owner) -> outbox.append(new OwnerRecorded(firm, owner, now), cause));
        return new Done(proposal);
    }

    /** Withdraws a pending proposal; nothing is recorded. */
    Outcome withdraw(UUID proposalId, String actor) {
        Optional<OwnerProposal> locked = OwnerProposal.lock(proposalId);
        Optional<Refusal> refusal = DeskProposal.whyNotPending(locked, NOUN, proposalId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        locked.orElseThrow().decide(DeskProposal.State.WITHDRAWN, actor, clock.now());
        return new Done(locked.orElseThrow());
    }

    private Map<UUID, UUID> changes(OwnerProposal.Kind kind, List<UUID> firms) {
        Map<UUID, UUID> recorded = owners.ofGroupsOf(firms);
        return switch (kind) {
            case ONE_OWNER -> OwnerGroups.oneOwner(firms, recorded, Ids.next());
            case OWN_OWNER -> OwnerGroups.ownOwner(firms.getFirst(), recorded);
        };
    }

    private Optional<Refusal> refusal(OwnerProposal.Kind kind, List<UUID> firms) {
        boolean rightNumber = switch (kind) {
            case ONE_OWNER -> firms.size() > 1;
            case OWN_OWNER -> firms.size() == 1;
        };
        if (!rightNumber) {
            return Optional.of(new Refusal.InvalidField(
                    "memberIds",
                    "wrong-number-of-firms",
                    "One owner is recorded of two firms or more, an owner of its own of one firm."));
        }
        Set<UUID> unknown = new TreeSet<>(firms);
        unknown.removeIf(this::holdsShare);
        if (!unknown.isEmpty()) {
            return Optional.of(new Refusal.InvalidField(
                    "memberIds",
                    "no-share",
                    "Owners are recorded of members that hold a share; these do not: " + unknown + "."));
        }
        return changes(kind, firms).isEmpty()
                ? Optional.of(new Refusal.Conflict("owner-unchanged", "It is recorded so already."))
                : Optional.empty();
    }

    private boolean holdsShare(UUID memberId) {
        return members.find(memberId)
                .filter(MemberRegister.MemberSummary::holdsShare)
                .isPresent();
    }
}
