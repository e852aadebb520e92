package coop.parasol.distribution.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** How much of an order has been invoiced; debit notes add no units. */
@ApplicationScoped
class InvoicedQuantities {

    private final Jdbi jdbi;

    InvoicedQuantities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record InvoicedLine(int orderLine, BigDecimal quantity) {}

    /** Units by line of a locked order; lines of which nothing was invoiced are missing. */
    Map<Integer, BigDecimal> of(UUID orderId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select l.order_line, sum(l.quantity) as quantity
                          from invoice i join invoice_line l using (invoice_id)
                         where i.order_id = :orderId and i.kind = 'INVOICE' group by l.order_line
                        """)
                .bind("orderId", orderId)
                .mapTo(InvoicedLine.class)
                .collect(Collectors.toMap(InvoicedLine::orderLine, InvoicedLine::quantity)));
    }
}
