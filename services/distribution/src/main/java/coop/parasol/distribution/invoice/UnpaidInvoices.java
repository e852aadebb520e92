package coop.parasol.distribution.invoice;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Invoices whose payment has not come in. */
@ApplicationScoped
class UnpaidInvoices implements WaitingWork {

    private static final String ROLE = "treasurer";

    private static final String INVOICE_UNPAID = """
            select invoice_id as id, issued_at as since from invoice where state = 'ISSUED'
            """;

    private final WaitingRows rows;

    UnpaidInvoices(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("INVOICE_UNPAID", ROLE, INVOICE_UNPAID, Map.of()));
    }
}
