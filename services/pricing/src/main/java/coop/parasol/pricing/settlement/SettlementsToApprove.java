package coop.parasol.pricing.settlement;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Settlements of pools that one person of the desk has drafted, and another is to approve. */
@ApplicationScoped
class SettlementsToApprove implements WaitingWork {

    private static final String ROLE = "pricing-desk";

    private static final String SETTLEMENT_TO_APPROVE = """
            select id, drafted_at as since from settlement where state = 'DRAFT' and drafted_by <> :person
            """;

    private final Jdbi jdbi;

    SettlementsToApprove(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("SETTLEMENT_TO_APPROVE", SETTLEMENT_TO_APPROVE, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
