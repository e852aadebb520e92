package coop.parasol.membership.governance;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Open votes in which a member may vote and has not yet; {@link CastBallot} says who may. */
@ApplicationScoped
class VotesToCast implements WaitingWork {

    private static final String ROLE = "producer";
    private static final String KIND = "VOTE_TO_CAST";

    private static final String VOTE_TO_CAST = """
            select p.id, p.opens_at as since from proposal p
             where p.state = 'OPEN' and p.closes_at > :now and p.opens_at >= :shareIssuedAt
             and not exists (select from turnout t where t.proposal_id = p.id and t.member_id = :member)
            """;

    private final WaitingRows rows;
    private final Caller caller;
    private final FirmClock clock;

    VotesToCast(WaitingRows rows, Caller caller, FirmClock clock) {
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        UUID id = caller.member();
        Instant shareIssuedAt = Member.<Member>findByIdOptional(id)
                .filter(member -> member.state == MemberState.ACTIVE)
                .map(member -> member.shareIssuedAt)
                .orElse(null);
        if (shareIssuedAt == null) {
            return List.of(new Waiting(KIND, ROLE, 0, null, null));
        }
        return List.of(rows.waiting(
                KIND, ROLE, VOTE_TO_CAST, Map.of("now", clock.now(), "member", id, "shareIssuedAt", shareIssuedAt)));
    }
}
