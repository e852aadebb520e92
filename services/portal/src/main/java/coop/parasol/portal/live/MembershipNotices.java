package coop.parasol.portal.live;

import coop.parasol.contracts.EquityEvent;
import coop.parasol.contracts.GovernanceEvent;
import coop.parasol.contracts.MembershipEvent;
import coop.parasol.portal.live.Change.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What events of membership change on pages, and for whom. */
final class MembershipNotices {

    private static final String PRODUCER = "producer";
    private static final String REGISTRAR = "registrar";
    private static final String TREASURER = "treasurer";

    private MembershipNotices() {}

    static List<Notice> of(MembershipEvent event) {
        return switch (event) {
            case MembershipEvent.MemberApplied applied -> application(applied.memberId());
            case MembershipEvent.ApplicationRefused refused -> application(refused.memberId());
            case MembershipEvent.MemberAdmitted admitted -> {
                List<Notice> both = new ArrayList<>(application(admitted.memberId()));
                both.addAll(member(admitted.memberId()));
                yield both;
            }
            case MembershipEvent.MemberMoved moved -> member(moved.memberId());
            case MembershipEvent.MemberRenamed renamed -> member(renamed.memberId());
            case MembershipEvent.MemberActivated activated -> member(activated.memberId());
            case MembershipEvent.MemberActivatedV2 activated -> member(activated.memberId());
            case MembershipEvent.BankAccountChanged changed -> member(changed.memberId());
            case MembershipEvent.LoginReset reset -> member(reset.memberId());
            case MembershipEvent.OwnerRecorded recorded -> member(recorded.memberId());
            case MembershipEvent.ExitRequested requested -> exit(requested.exitId(), requested.memberId());
            case MembershipEvent.ExitRecorded recorded -> exit(recorded.exitId(), recorded.memberId());
            case MembershipEvent.ExitBinding binding -> exit(binding.exitId(), binding.memberId(), "logistics-desk");
            case MembershipEvent.ExitWithdrawn withdrawn -> exit(withdrawn.exitId(), withdrawn.memberId());
            case MembershipEvent.MemberLeft left -> exit(left.exitId(), left.memberId());
            case MembershipEvent.PersonErased erased -> member(erased.memberId());
        };
    }

    static List<Notice> of(EquityEvent event) {
        return switch (event) {
            case EquityEvent.BuyInPaid paid -> member(paid.memberId());
            case EquityEvent.BuyInInstalmentPaid paid -> member(paid.memberId());
            case EquityEvent.ExitValued valued -> exitMoney(valued.exitId(), valued.memberId());
            case EquityEvent.ExitQueued queued -> exitMoney(queued.exitId(), queued.memberId());
            case EquityEvent.InstalmentDue due -> exitMoney(due.exitId(), due.memberId());
            case EquityEvent.InstalmentPaid paid -> exitMoney(paid.exitId(), paid.memberId());
            case EquityEvent.HoldbackApplied applied -> exitMoney(applied.exitId(), applied.memberId());
            case EquityEvent.HoldbackReleased released -> exitMoney(released.exitId(), released.memberId());
            case EquityEvent.ExitPaid paid -> exitMoney(paid.exitId(), paid.memberId());
            case EquityEvent.PaymentSent paid -> payable(paid.memberId());
            case EquityEvent.PaymentReturned returned -> payable(returned.memberId());
            case EquityEvent.PeriodClosed _ -> List.of(new Notice(Change.any(Kind.PAYABLE), Audience.roles(TREASURER)));
            case EquityEvent.PatronageAllotted allotted -> payable(allotted.memberId());
            case EquityEvent.CapitalRevolved revolved -> payable(revolved.memberId());
        };
    }

    static List<Notice> of(GovernanceEvent event) {
        return switch (event) {
            case GovernanceEvent.ProposalOpened opened -> vote(opened.proposalId());
            case GovernanceEvent.ProposalDecided decided -> vote(decided.proposalId());
            case GovernanceEvent.BylawsChanged _ -> List.of();
        };
    }

    /** A step of an exit, which the member sees, the registrar and the treasurer, and a desk that has part in it. */
    static List<Notice> exit(UUID exitId, UUID memberId, String... desks) {
        Audience concerned = Audience.member(memberId, REGISTRAR, TREASURER).and(desks);
        return List.of(new Notice(Change.of(Kind.EXIT, exitId), concerned));
    }

    private static List<Notice> exitMoney(UUID exitId, UUID memberId) {
        List<Notice> both = new ArrayList<>(exit(exitId, memberId));
        both.addAll(payable(memberId));
        return both;
    }

    private static List<Notice> payable(UUID memberId) {
        return List.of(new Notice(Change.any(Kind.PAYABLE), Audience.member(memberId, TREASURER)));
    }

    private static List<Notice> member(UUID memberId) {
        return List.of(new Notice(Change.of(Kind.MEMBER, memberId), Audience.member(memberId, REGISTRAR)));
    }

    private static List<Notice> application(UUID memberId) {
        return List.of(new Notice(Change.of(Kind.APPLICATION, memberId), Audience.roles(REGISTRAR)));
    }

    private static List<Notice> vote(UUID proposalId) {
        return List.of(new Notice(Change.of(Kind.VOTE, proposalId), Audience.roles(PRODUCER, REGISTRAR)));
    }
}
