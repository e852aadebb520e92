package coop.parasol.membership.admission;

import coop.parasol.contracts.MembershipEvent.MemberApplied;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The registrar, or the members by a vote, deal with an application for the first time: only now others hear of it. Anybody may
 * apply in any name, and what is on a topic stays there for ever.
 */
@ApplicationScoped
class TakeUpApplication {

    private final FirmClock clock;
    private final Outbox outbox;

    TakeUpApplication(FirmClock clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    /** @param member locked; nothing happens if its application was taken up before */
    void takeUp(Member member, Cause cause) {
        if (member.takenUpAt != null) {
            return;
        }
        member.takenUpAt = clock.now();
        Member.flush();
        outbox.append(new MemberApplied(member.id, member.name, member.kind, member.appliedAt), cause);
    }
}
