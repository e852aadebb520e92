package coop.parasol.distribution.order;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Orders for which goods are reserved. */
@ApplicationScoped
class OrdersToDispatch implements WaitingWork {

    private static final String ROLE = "logistics-desk";

    private static final String ORDER_TO_DISPATCH = """
            select order_id as id, placed_at as since from sales_order where state = 'ALLOCATED'
            """;

    private static final String ORDER_PARTLY_RESERVED = """
            select order_id as id, placed_at as since from sales_order where state = 'PART_ALLOCATED'
            """;

    private final Jdbi jdbi;

    OrdersToDispatch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                waiting("ORDER_TO_DISPATCH", ORDER_TO_DISPATCH, Map.of()),
                waiting("ORDER_PARTLY_RESERVED", ORDER_PARTLY_RESERVED, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
