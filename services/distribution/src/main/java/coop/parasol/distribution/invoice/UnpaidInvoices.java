package coop.parasol.distribution.invoice;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Invoices whose payment has not come in. */
@ApplicationScoped
class UnpaidInvoices implements WaitingWork {

    private static final String ROLE = "treasurer";

    private static final String INVOICE_UNPAID = """
            select invoice_id as id, issued_at as since from invoice where state = 'ISSUED'
            """;

    private final Jdbi jdbi;

    UnpaidInvoices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("INVOICE_UNPAID", INVOICE_UNPAID, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
