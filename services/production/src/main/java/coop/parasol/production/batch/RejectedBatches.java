package coop.parasol.production.batch;

import coop.parasol.web.Caller;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A producer's rejected batches, which it reworks, sorts or scraps; and those that quality has not decided yet. */
@ApplicationScoped
class RejectedBatches implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String BATCH_REJECTED = """
            select id, reported_at as since from batch where member_id = :member and state = 'REJECTED'
            """;

    private static final String BATCH_UNDECIDED = """
            select id, reported_at as since from batch where member_id = :member and state in ('REPORTED', 'REWORKED')
            """;

    private final WaitingRows rows;
    private final Caller caller;

    RejectedBatches(WaitingRows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        Map<String, UUID> own = Map.of("member", caller.member());
        return List.of(
                rows.waiting("BATCH_REJECTED", ROLE, BATCH_REJECTED, own),
                rows.waiting("BATCH_UNDECIDED", ROLE, BATCH_UNDECIDED, own));
    }
}
