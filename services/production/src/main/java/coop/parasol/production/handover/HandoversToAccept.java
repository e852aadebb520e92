package coop.parasol.production.handover;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What others want to hand over to a producer, which accepts or declines it before the week is over. */
@ApplicationScoped
class HandoversToAccept implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String HANDOVER_TO_ACCEPT = """
            select id, proposed_at as since from handover
             where to_member_id = :member and state = 'PROPOSED' and period >= :week
            """;

    private final WaitingRows rows;
    private final Caller caller;
    private final FirmClock clock;

    HandoversToAccept(WaitingRows rows, Caller caller, FirmClock clock) {
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
        return List.of(rows.waiting(
                "HANDOVER_TO_ACCEPT",
                ROLE,
                HANDOVER_TO_ACCEPT,
                Map.of("member", caller.member(), "week", Period.of(clock.today()))));
    }
}
