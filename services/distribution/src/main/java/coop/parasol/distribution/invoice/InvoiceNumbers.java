package coop.parasol.distribution.invoice;

import coop.parasol.firm.rules.FinancialYear;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Counts the invoices of each financial year from 1, without gaps. */
@ApplicationScoped
class InvoiceNumbers {

    private final Jdbi jdbi;

    InvoiceNumbers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The next number of a year; nobody else gets one until the transaction ends, so that none is left out. */
    int next(FinancialYear year) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into invoice_year (first_day, last_number) values (:firstDay, 1)
                        on conflict (first_day) do update set last_number = invoice_year.last_number + 1 returning last_number
                        """)
                .bind("firstDay", year.firstDay())
                .mapTo(Integer.class)
                .one());
    }
}
