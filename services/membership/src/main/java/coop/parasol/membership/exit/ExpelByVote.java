package coop.parasol.membership.exit;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.exit.RecordTermination.AlreadyValued;
import coop.parasol.membership.exit.RecordTermination.NotActive;
import coop.parasol.membership.exit.RecordTermination.Recorded;
import coop.parasol.membership.exit.RecordTermination.RecordedBefore;
import coop.parasol.membership.exit.RecordTermination.UnknownMember;
import coop.parasol.membership.governance.ProposalEffect;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A member that the members have expelled is settled like one that leaves. */
@ApplicationScoped
class ExpelByVote implements ProposalEffect {

    private final RecordTermination recordTermination;

    ExpelByVote(RecordTermination recordTermination) {
        this.recordTermination = recordTermination;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.EXPULSION;
    }

    @Override
    public Optional<Objection> objection(UUID subjectId) {
        Member member = Member.findById(subjectId);
        if (member == null) {
            return Optional.of(new Objection("no-such-member"));
        }
        return member.state == MemberState.ACTIVE || member.state == MemberState.LEAVING
                ? Optional.empty()
                : Optional.of(new Objection("not-active"));
    }

    @Override
    public Optional<String> decided(Decision decision, Cause cause) {
        if (!decision.carried()) {
            return Optional.empty();
        }
        return switch (recordTermination.expel(decision.subjectId(), decision.proposalId(), cause)) {
            case Recorded recorded -> Optional.empty();
            case RecordedBefore before -> Optional.empty();
            case UnknownMember unknown -> Optional.of("There is no such member.");
            case NotActive not -> Optional.of("The membership is " + not.state() + ".");
            case AlreadyValued valued -> Optional.of("The share is valued and cancelled already.");
        };
    }
}
