package coop.parasol.quality.worklist;

import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Lots whose sample is drawn and that no auditor has claimed. */
@ApplicationScoped
class LotsWithoutAuditor implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String LOT_WITHOUT_AUDITOR = """
            select w.batch_id as id, w.reported_at as since from work_list w
             where not exists (select from inspection_claim c where c.batch_id = w.batch_id and c.claimed_until > :now)
            """;

    private final Jdbi jdbi;
    private final FirmClock clock;

    LotsWithoutAuditor(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("LOT_WITHOUT_AUDITOR", LOT_WITHOUT_AUDITOR, Map.of("now", clock.now())));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
