package coop.parasol.production.batch;

import coop.parasol.web.Caller;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** A producer's rejected batches, which it reworks, sorts or scraps. */
@ApplicationScoped
class RejectedBatches implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String BATCH_REJECTED = """
            select id, reported_at as since from batch where member_id = :member and state = 'REJECTED'
            """;

    private final WaitingRows rows;
    private final Caller caller;

    RejectedBatches(WaitingRows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("BATCH_REJECTED", ROLE, BATCH_REJECTED, Map.of("member", caller.member())));
    }
}
