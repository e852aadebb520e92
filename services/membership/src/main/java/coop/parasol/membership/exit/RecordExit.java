package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.EndKind;
import coop.parasol.contracts.MembershipEvent.ExitRecorded;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/**
 * A membership ends without the member's asking: its owner has died, the firm is dissolved, or the members have voted. The
 * settlement is the same, and an exit that was asked for before goes on as this one.
 */
@ApplicationScoped
public class RecordExit {

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final RequestExit requestExit;
    private final ValueExit valueExit;
    private final Steps steps;
    private final Session database;
    private final Outbox outbox;

    RecordExit(
            FirmClock clock,
            ShareCount shareCount,
            RequestExit requestExit,
            ValueExit valueExit,
            Steps steps,
            Session database,
            Outbox outbox) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.requestExit = requestExit;
        this.valueExit = valueExit;
        this.steps = steps;
        this.database = database;
        this.outbox = outbox;
    }

    /** What recording leads to. */
    public sealed interface Outcome permits Recorded, RecordedBefore, NotAMember, AlreadyValued {}

    public record Recorded(UUID exitId) implements Outcome {}

    /** The same is recorded already: it is one exit. */
    public record RecordedBefore(UUID exitId) implements Outcome {}

    public record NotAMember(MemberState state) implements Outcome {}

    /** The share is gone already; there is nothing left to end. */
    public record AlreadyValued(UUID exitId) implements Outcome {}

    /** The members have expelled it, by a vote; it takes its property with it like everybody else. */
    public Outcome expel(UUID memberId, UUID proposalId, Cause cause) {
        return record(memberId, ExitKind.EXPULSION, proposalId.toString(), cause);
    }

    /** @param reference the document; for an expulsion the proposal */
    Outcome record(UUID memberId, ExitKind kind, String reference, Cause cause) {
        shareCount.lock();
        lockExit(memberId);
        Member member = Member.lock(memberId).orElseThrow();
        return switch (member.state) {
            case ACTIVE -> recorded(member, requestExit.open(member, kind, null, cause), kind, reference, cause);
            case LEAVING -> leaving(member, ExitCase.of(memberId).orElseThrow(), kind, reference, cause);
            case EXPELLED -> new RecordedBefore(ExitCase.of(memberId).orElseThrow().id);
            case APPLIED, ADMITTED, LEFT, REFUSED -> new NotAMember(member.state);
        };
    }

    private Outcome leaving(Member member, ExitCase exit, ExitKind kind, String reference, Cause cause) {
        if (exit.kind == kind) {
            return new RecordedBefore(exit.id);
        }
        if (exit.state == ExitState.VALUED) {
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
            member.become(MemberState.EXPELLED);
        } else {
            exit.document = reference;
            exit.proposalId = null;
        }
        ExitCase.flush();
        steps.take(exit.id, step(kind), reference, null, cause);
        outbox.append(
                new ExitRecorded(member.id, exit.id, EndKind.valueOf(kind.name()), reference, clock.now()), cause);
        valueExit.ifDue(exit, cause);
        return new Recorded(exit.id);
    }

    /** Before the member, as withdrawing does, so that the two do not wait for each other. */
    private void lockExit(UUID memberId) {
        database.createNativeQuery(
                        "select id from exit_case where member_id = ?1 and state <> 'WITHDRAWN' for update", UUID.class)
                .setParameter(1, memberId)
                .uniqueResultOptional();
    }

    private static Steps.Step step(ExitKind kind) {
        return switch (kind) {
            case DEATH -> Steps.Step.DEATH_RECORDED;
            case DISSOLUTION -> Steps.Step.DISSOLUTION_RECORDED;
            case EXPULSION -> Steps.Step.EXPELLED;
            case VOLUNTARY -> throw new IllegalArgumentException("a wish is asked for, not recorded");
        };
    }
}
