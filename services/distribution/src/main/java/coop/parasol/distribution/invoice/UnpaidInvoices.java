package coop.parasol.distribution.invoice;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Invoices whose payment has not come in. */
@Singleton
class UnpaidInvoices extends WaitingKind {

    UnpaidInvoices(WaitingRows rows) {
        super(rows, "INVOICE_UNPAID", "treasurer", """
                select invoice_id as id, issued_at as since from invoice where state = 'ISSUED'
                """);
    }
}
