package coop.parasol.pricing.pricelist;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Price lists that one person of the desk has drafted, and another is to publish. */
@ApplicationScoped
class PriceListsToPublish implements WaitingWork {

    private static final String ROLE = "pricing-desk";

    private static final String PRICE_LIST_TO_PUBLISH = """
            select id, drafted_at as since from price_list where state = 'DRAFT' and drafted_by <> :person
            """;

    private final Jdbi jdbi;

    PriceListsToPublish(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("PRICE_LIST_TO_PUBLISH", PRICE_LIST_TO_PUBLISH, Map.of("person", person)));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
