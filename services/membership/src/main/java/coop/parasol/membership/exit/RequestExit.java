package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member asks to leave, or stays after all. It needs nobody's leave. */
@ApplicationScoped
class RequestExit {

    private final FirmClock clock;
    private final BylawsInForce bylawsInForce;
    private final Steps steps;
    private final Outbox outbox;

    RequestExit(FirmClock clock, BylawsInForce bylawsInForce, Steps steps, Outbox outbox) {
        this.clock = clock;
        this.bylawsInForce = bylawsInForce;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** What asking leads to. */
    sealed interface Outcome permits Asked, AskedBefore, NotAMember {}

    record Asked(ExitCase exit) implements Outcome {}

    /** Asking twice is one exit. */
    record AskedBefore(ExitCase exit) implements Outcome {}

    record NotAMember(MemberState state) implements Outcome {}

    /** @param member locked */
    Outcome ask(Member member, @Nullable String reason, Cause cause) {
        return switch (member.state) {
            case ACTIVE -> new Asked(open(member, ExitKind.VOLUNTARY, reason, cause));
            case LEAVING -> new AskedBefore(ExitCase.of(member.id).orElseThrow());
            case APPLIED, ADMITTED, LEFT, REFUSED, EXPELLED -> new NotAMember(member.state);
        };
    }

    /** Both are locked, and the share is not valued yet. */
    void withdraw(ExitCase exit, Member member, Cause cause) {
        exit.state = ExitState.WITHDRAWN;
        exit.withdrawnAt = clock.now();
        member.become(MemberState.ACTIVE);
        ExitCase.flush();
        steps.take(exit.id, Steps.Step.WITHDRAWN, null, null, cause);
        outbox.append(new ExitWithdrawn(member.id, exit.id), cause);
    }

    /** @param member locked and ACTIVE */
    ExitCase open(Member member, ExitKind kind, @Nullable String reason, Cause cause) {
        Bylaws bylaws = bylawsInForce.now();
        ExitCase exit = new ExitCase();
        exit.id = Ids.next();
        exit.memberId = member.id;
        exit.state = ExitState.REQUESTED;
        exit.reason = reason;
        exit.requestedAt = clock.now();
        exit.noticeUntil = kind.noticeUntil(clock.today(), bylaws.noticePeriod());
        exit.bylawsVersion = bylaws.version();
        exit.persist();
        member.become(MemberState.LEAVING);
        ExitCase.flush();
        if (kind.isVoluntary()) {
            steps.take(exit.id, Steps.Step.REQUESTED, reason(reason), null, cause);
        }
        outbox.append(new ExitRequested(member.id, exit.id, exit.noticeUntil, exit.requestedAt), cause);
        return exit;
    }

    /** What the member had asked before something else was recorded, with the notice and the place in the queue that it had. */
    void askAgain(Member member, ExitCase before, LocalDate noticeUntil, Cause cause) {
        ExitCase exit = new ExitCase();
        exit.id = Ids.next();
        exit.memberId = member.id;
        exit.state = ExitState.REQUESTED;
        exit.reason = before.reason;
        exit.requestedAt = before.requestedAt;
        exit.noticeUntil = noticeUntil;
        exit.bylawsVersion = before.bylawsVersion;
        exit.persist();
        member.become(MemberState.LEAVING);
        ExitCase.flush();
        steps.take(exit.id, Steps.Step.REQUESTED, "as asked before, in exit " + before.id, null, cause);
        outbox.append(new ExitRequested(member.id, exit.id, exit.noticeUntil, exit.requestedAt), cause);
    }

    private static @Nullable String reason(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), 500));
    }
}
