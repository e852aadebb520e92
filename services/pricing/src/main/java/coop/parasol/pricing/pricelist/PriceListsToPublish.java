package coop.parasol.pricing.pricelist;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Price lists that one person of the desk has drafted, and another is to publish. */
@ApplicationScoped
class PriceListsToPublish implements WaitingWork {

    private static final String ROLE = "pricing-desk";

    private static final String PRICE_LIST_TO_PUBLISH = """
            select id, drafted_at as since from price_list where state = 'DRAFT' and drafted_by <> :person
            """;

    private final WaitingRows rows;

    PriceListsToPublish(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("PRICE_LIST_TO_PUBLISH", ROLE, PRICE_LIST_TO_PUBLISH, Map.of("person", person)));
    }
}
