package coop.parasol.pricing.document;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.firm.FoundedFirm;
import coop.parasol.firm.rules.FinancialYear;
import coop.parasol.messaging.RestoredCounters;
import coop.parasol.pricing.document.rules.DocumentNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Counts the documents of each series and financial year from 1, without gaps. */
@ApplicationScoped
public class DocumentNumbers implements RestoredCounters {

    private final Jdbi jdbi;
    private final FoundedFirm firm;

    DocumentNumbers(Jdbi jdbi, FoundedFirm firm) {
        this.jdbi = jdbi;
        this.firm = firm;
    }

    /**
     * The first of the next numbers of a series; nobody else gets one of it until the transaction ends, so that none is left out.
     *
     * @param count how many are taken, at least 1
     */
    int take(String series, FinancialYear year, int count) {
        int last = jdbi.withHandle(handle -> handle.createQuery("""
                        insert into document_series (series, first_day, last_number) values (:series, :firstDay, :count)
                        on conflict (series, first_day)
                           do update set last_number = document_series.last_number + excluded.last_number
                        returning last_number
                        """)
                .bind("series", series)
                .bind("firstDay", year.firstDay())
                .bind("count", count)
                .mapTo(Integer.class)
                .one());
        return last - count + 1;
    }

    /** After a restore: no number is given again that was on a document which only the topics still have. */
    @Override
    public void raiseAbove(Event event) {
        if (event instanceof PayoutDocumentIssued issued) {
            DocumentNumber.Parts parts = DocumentNumber.parse(issued.number());
            LocalDate firstDay = firm.settings().financialYearBegin().atYear(parts.firstYear());
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into document_series (series, first_day, last_number) values (:series, :firstDay, :count)
                            on conflict (series, first_day) do update
                               set last_number = greatest(document_series.last_number, excluded.last_number)
                            """)
                    .bind("series", parts.series())
                    .bind("firstDay", firstDay)
                    .bind("count", parts.count())
                    .execute());
        }
    }
}
