package coop.parasol.production.batch;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.Caller;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A producer's rejected batches, which it reworks, sorts or scraps. */
@ApplicationScoped
class RejectedBatches implements WaitingWork {

    private static final String ROLE = "producer";

    private static final String BATCH_REJECTED = """
            select id, reported_at as since from batch where member_id = :member and state = 'REJECTED'
            """;

    private final Jdbi jdbi;
    private final Caller caller;

    RejectedBatches(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        OldestRows rows = OldestRows.of(jdbi, BATCH_REJECTED, Map.of("member", caller.member()));
        return List.of(new Waiting("BATCH_REJECTED", ROLE, rows.count(), rows.oldest(), rows.since()));
    }
}
