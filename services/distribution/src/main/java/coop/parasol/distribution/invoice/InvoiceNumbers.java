package coop.parasol.distribution.invoice;

import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.distribution.invoice.rules.InvoiceNumber;
import coop.parasol.firm.FoundedFirm;
import coop.parasol.firm.rules.FinancialYear;
import coop.parasol.messaging.RestoredCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Counts the invoices and debit notes of each financial year from 1, without gaps. */
@ApplicationScoped
public class InvoiceNumbers implements RestoredCounters {

    private final Jdbi jdbi;
    private final FoundedFirm firm;

    InvoiceNumbers(Jdbi jdbi, FoundedFirm firm) {
        this.jdbi = jdbi;
        this.firm = firm;
    }

    /** The next number of a year; nobody else gets one until the transaction ends, so that none is left out. */
    String next(FinancialYear year) {
        return InvoiceNumber.of(year.shortLabel(), count(year));
    }

    private int count(FinancialYear year) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into invoice_year (first_day, last_number) values (:firstDay, 1)
                        on conflict (first_day) do update set last_number = invoice_year.last_number + 1 returning last_number
                        """)
                .bind("firstDay", year.firstDay())
                .mapTo(Integer.class)
                .one());
    }

    /** After a restore: no number is given again that was on an invoice which only the topics still have. */
    @Override
    public void raiseAbove(Event event) {
        switch (event) {
            case InvoiceIssued issued -> raiseAbove(issued.number());
            case DebitNoteIssued issued -> raiseAbove(issued.number());
            default -> {
                // gives no number
            }
        }
    }

    private void raiseAbove(String number) {
        InvoiceNumber.Parts parts = InvoiceNumber.parse(number);
        LocalDate firstDay = firm.settings().financialYearBegin().atYear(parts.firstYear());
        jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into invoice_year (first_day, last_number) values (:firstDay, :count)
                            on conflict (first_day) do update
                               set last_number = greatest(invoice_year.last_number, excluded.last_number)
                            """)
                .bind("firstDay", firstDay)
                .bind("count", parts.count())
                .execute());
    }
}
