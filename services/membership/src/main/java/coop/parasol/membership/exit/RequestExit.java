package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member asks to leave; nobody has to agree. The notice period is the bylaws' `noticePeriod`. */
@ApplicationScoped
class RequestExit {

    private static final int MAX_DETAIL_LENGTH = 500;

    private final FirmClock clock;
    private final BylawsInForce bylawsInForce;
    private final ChooseGoods chooseGoods;
    private final ExitSteps steps;
    private final Outbox outbox;

    RequestExit(FirmClock clock, BylawsInForce bylawsInForce, ChooseGoods chooseGoods, ExitSteps steps, Outbox outbox) {
        this.clock = clock;
        this.bylawsInForce = bylawsInForce;
        this.chooseGoods = chooseGoods;
        this.steps = steps;
        this.outbox = outbox;
    }

    sealed interface Outcome permits Requested, RequestedBefore, UnknownMember, UnknownGoods, NotActive {}

    record Requested(ExitCase exit) implements Outcome {}

    /** Asking twice is one exit. */
    record RequestedBefore(ExitCase exit) implements Outcome {}

    record UnknownMember() implements Outcome {}

    /** @param index of the batch that is not the member's, or named twice */
    record UnknownGoods(int index) implements Outcome {}

    record NotActive(MemberState state) implements Outcome {}

    /**
     * @param reason the member's own words, for the record
     * @param goods what becomes of its unsold goods; changed by {@link ChooseGoods}, not by asking again
     */
    Outcome request(UUID memberId, @Nullable String reason, List<ChosenGoods> goods, Cause cause) {
        Optional<Member> locked = Member.lock(memberId);
        if (locked.isEmpty()) {
            return new UnknownMember();
        }
        Member member = locked.get();
        return switch (member.state) {
            case ACTIVE -> requested(member, reason, goods, cause);
            case LEAVING -> new RequestedBefore(ExitCase.findOf(member.id).orElseThrow());
            case APPLIED, ADMITTED, LEFT, REFUSED, EXPELLED -> new NotActive(member.state);
        };
    }

    private Outcome requested(Member member, @Nullable String reason, List<ChosenGoods> goods, Cause cause) {
        Optional<Integer> wrong = chooseGoods.firstWrong(member.id, goods);
        if (wrong.isPresent()) {
            return new UnknownGoods(wrong.get());
        }
        ExitCase exit = open(member, ExitKind.VOLUNTARY, reason, cause);
        if (!goods.isEmpty()) {
            chooseGoods.store(exit, goods, cause);
        }
        return new Requested(exit);
    }

    /**
     * Begins an exit.
     *
     * @param member locked and ACTIVE
     */
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
        member.transitionTo(MemberState.LEAVING);
        ExitCase.flush();
        if (kind.isVoluntary()) {
            steps.record(exit.id, ExitStep.REQUESTED, detail(reason), null, cause);
        }
        outbox.append(new ExitRequested(member.id, exit.id, exit.noticeUntil, exit.requestedAt), cause);
        return exit;
    }

    /**
     * Restores the member's own request from before something else was recorded, with its notice, its place in the queue and what it
     * had chosen for its goods.
     */
    void requestAgain(Member member, ExitCase before, LocalDate noticeUntil, Cause cause) {
        ExitCase exit = new ExitCase();
        exit.id = Ids.next();
        exit.memberId = member.id;
        exit.state = ExitState.REQUESTED;
        exit.reason = before.reason;
        exit.requestedAt = before.requestedAt;
        exit.noticeUntil = noticeUntil;
        exit.bylawsVersion = before.bylawsVersion;
        exit.persist();
        member.transitionTo(MemberState.LEAVING);
        ExitCase.flush();
        steps.record(exit.id, ExitStep.REQUESTED, "as requested before, in exit " + before.id, null, cause);
        chooseGoods.carryOver(before, exit, cause);
        outbox.append(new ExitRequested(member.id, exit.id, exit.noticeUntil, exit.requestedAt), cause);
    }

    private static @Nullable String detail(@Nullable String reason) {
        return reason == null ? null : reason.substring(0, Math.min(reason.length(), MAX_DETAIL_LENGTH));
    }
}
