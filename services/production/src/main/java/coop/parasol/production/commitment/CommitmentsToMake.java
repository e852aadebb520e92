package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.OldestRows;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What a producer has committed and not yet reported, and what of it is for this week or an earlier one. */
@ApplicationScoped
class CommitmentsToMake implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String COMMITMENT_TO_MAKE = """
            select id, uuid_extract_timestamp(id) as since from commitment
             where member_id = :member and state = 'OPEN' and period <= :until
            """;

    /** Every week is before it. */
    private static final String ANY_WEEK = "9999-W99";

    private final Jdbi jdbi;
    private final Caller caller;
    private final FirmClock clock;

    CommitmentsToMake(Jdbi jdbi, Caller caller, FirmClock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        UUID member = caller.member();
        return List.of(
                waiting("COMMITMENT_TO_MAKE", member, ANY_WEEK),
                waiting("COMMITMENT_DUE", member, Period.of(clock.today()).toString()));
    }

    private Waiting waiting(String kind, UUID member, String until) {
        OldestRows rows = OldestRows.of(jdbi, COMMITMENT_TO_MAKE, Map.of("member", member, "until", until));
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
