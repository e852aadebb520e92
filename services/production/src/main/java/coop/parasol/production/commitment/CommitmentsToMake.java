package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a producer has committed and not yet reported, and what of it is for this week or an earlier one. */
@ApplicationScoped
class CommitmentsToMake implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String COMMITMENT_TO_MAKE = """
            select id, uuid_extract_timestamp(id) as since from commitment where member_id = :member and state = 'OPEN'
            """;

    private static final String COMMITMENT_DUE = """
            select id, uuid_extract_timestamp(id) as since from commitment
             where member_id = :member and state = 'OPEN' and period <= :week
            """;

    private final WaitingRows rows;
    private final Caller caller;
    private final FirmClock clock;

    CommitmentsToMake(WaitingRows rows, Caller caller, FirmClock clock) {
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
        UUID member = caller.member();
        return List.of(
                rows.waiting("COMMITMENT_TO_MAKE", ROLE, COMMITMENT_TO_MAKE, Map.of("member", member)),
                rows.waiting(
                        "COMMITMENT_DUE",
                        ROLE,
                        COMMITMENT_DUE,
                        Map.of("member", member, "week", Period.of(clock.today()))));
    }
}
