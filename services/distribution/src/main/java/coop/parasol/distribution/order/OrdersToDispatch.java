package coop.parasol.distribution.order;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final WaitingRows rows;

    OrdersToDispatch(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(
                rows.waiting("ORDER_TO_DISPATCH", ROLE, ORDER_TO_DISPATCH, Map.of()),
                rows.waiting("ORDER_PARTLY_RESERVED", ROLE, ORDER_PARTLY_RESERVED, Map.of()));
    }
}
