package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * A membership ends without the member's request: its owner has died, the firm is dissolved, or the members have expelled it. The
 * settlement is the same, without notice, and an exit that was requested before goes on as this one.
 */
@ApplicationScoped
public class RecordTermination {

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final RequestExit requestExit;
    private final BindExit bindExit;
    private final ExitSteps steps;
    private final Outbox outbox;

    RecordTermination(
            FirmClock clock,
            ShareCount shareCount,
            RequestExit requestExit,
            BindExit bindExit,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.requestExit = requestExit;
        this.bindExit = bindExit;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** What recording leads to; nothing has changed unless it is {@link Recorded}. */
    public sealed interface Outcome permits Recorded, RecordedBefore, UnknownMember, NotActive, AlreadyValued {}

    /** The member leaves by this exit. */
    public record Recorded(UUID exitId) implements Outcome {}

    /** The same is recorded already: it is one exit. */
    public record RecordedBefore(UUID exitId) implements Outcome {}

    /** There is no such member. */
    public record UnknownMember() implements Outcome {}

    /** It is an applicant or has left before, as its state says: there is no membership to end. */
    public record NotActive(MemberState state) implements Outcome {}

    /** The share is valued and cancelled in this exit already. */
    public record AlreadyValued(UUID exitId) implements Outcome {}

    /** The members have expelled it by a vote; it is settled like every leaving member. */
    public Outcome expel(UUID memberId, UUID proposalId, Cause cause) {
        return record(memberId, ExitKind.EXPULSION, proposalId.toString(), cause);
    }

    /** @param reference the document; for an expulsion the proposal */
    Outcome record(UUID memberId, ExitKind kind, String reference, Cause cause) {
        shareCount.lock();
        ExitCase.lockOf(memberId); // before the member, as withdrawing does, so that the two do not wait for each other
        Optional<Member> locked = Member.lock(memberId);
        if (locked.isEmpty()) {
            return new UnknownMember();
        }
        Member member = locked.get();
        return switch (member.state) {
            case ACTIVE -> recorded(member, requestExit.open(member, kind, null, cause), kind, reference, cause);
            case LEAVING -> leaving(member, ExitCase.findOf(memberId).orElseThrow(), kind, reference, cause);
            case EXPELLED -> new RecordedBefore(ExitCase.findOf(memberId).orElseThrow().id);
            case APPLIED, ADMITTED, LEFT, REFUSED -> new NotActive(member.state);
        };
    }

    private Outcome leaving(Member member, ExitCase exit, ExitKind kind, String reference, Cause cause) {
        if (exit.kind == kind) {
            return new RecordedBefore(exit.id);
        }
        // its notice is over, though nothing has looked yet: what the member has chosen for its goods holds
        bindExit.bindIfDue(exit, Cause.of("time"));
        if (!exit.state.isBeforeValuation()) {
            return new AlreadyValued(exit.id);
        }
        if (exit.kind.isVoluntary()) {
            exit.voluntaryNoticeUntil = exit.noticeUntil;
        }
        return recorded(member, exit, kind, reference, cause);
    }

    private Outcome recorded(Member member, ExitCase exit, ExitKind kind, String reference, Cause cause) {
        exit.kind = kind;
        exit.noticeUntil = exit.noticeUntil.isBefore(clock.today()) ? exit.noticeUntil : clock.today();
        if (kind == ExitKind.EXPULSION) {
            exit.proposalId = UUID.fromString(reference);
            member.transitionTo(MemberState.EXPELLED);
        } else {
            exit.document = reference;
            exit.proposalId = null;
        }
        ExitCase.flush();
        steps.record(exit.id, step(kind), reference, null, cause);
        outbox.append(new ExitRecorded(member.id, exit.id, eventKind(kind), publicReference(exit), clock.now()), cause);
        bindExit.bindIfDue(exit, cause);
        return new Recorded(exit.id);
    }

    /** A document about somebody's death is for the desks and the member only, and stays in this service. */
    private static String publicReference(ExitCase exit) {
        return exit.proposalId == null ? exit.id.toString() : exit.proposalId.toString();
    }

    private static EndKind eventKind(ExitKind kind) {
        return switch (kind) {
            case DEATH -> EndKind.DEATH;
            case DISSOLUTION -> EndKind.DISSOLUTION;
            case EXPULSION -> EndKind.EXPULSION;
            case VOLUNTARY -> throw new IllegalArgumentException("a voluntary exit is requested, not recorded");
        };
    }

    private static ExitStep step(ExitKind kind) {
        return switch (kind) {
            case DEATH -> ExitStep.DEATH_RECORDED;
            case DISSOLUTION -> ExitStep.DISSOLUTION_RECORDED;
            case EXPULSION -> ExitStep.EXPELLED;
            case VOLUNTARY -> throw new IllegalArgumentException("a voluntary exit is requested, not recorded");
        };
    }
}
