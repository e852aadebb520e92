package coop.parasol.quality.worklist;

import coop.parasol.firm.FirmClock;
import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lots whose sample is drawn, that no decision holds and that no auditor has claimed. */
@ApplicationScoped
class LotsWithoutAuditor implements WaitingWork {

    private static final String ROLE = "quality-desk";

    private static final String LOT_WITHOUT_AUDITOR = """
            select w.batch_id as id, w.reported_at as since from work_list w
             where not w.suspended
               and not exists (select from inspection_claim c where c.batch_id = w.batch_id and c.claimed_until > :now)
            """;

    private final WaitingRows rows;
    private final FirmClock clock;

    LotsWithoutAuditor(WaitingRows rows, FirmClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("LOT_WITHOUT_AUDITOR", ROLE, LOT_WITHOUT_AUDITOR, Map.of("now", clock.now())));
    }
}
