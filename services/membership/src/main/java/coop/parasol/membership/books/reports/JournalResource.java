package coop.parasol.membership.books.reports;

import coop.parasol.membership.books.ledger.BookedDays;
import coop.parasol.membership.books.ledger.JournalEntries;
import coop.parasol.membership.books.ledger.JournalEntries.AllEntries;
import coop.parasol.membership.books.ledger.JournalEntries.EntryView;
import coop.parasol.membership.books.ledger.JournalEntries.ReadableBy;
import coop.parasol.membership.books.ledger.JournalEntries.Scope;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The journal over REST, open to every owner. */
@Path("/ledger")
@Tag(name = "Books")
@RolesAllowed({"treasurer", "producer"})
public class JournalResource {

    private final JournalEntries journalEntries;
    private final BooksAccess booksAccess;

    JournalResource(JournalEntries journalEntries, BooksAccess booksAccess) {
        this.journalEntries = journalEntries;
        this.booksAccess = booksAccess;
    }

    @GET
    @Path("/entries")
    @Transactional
    @Operation(
            operationId = "listJournalEntries",
            summary =
                    "List the journal's entries, newest first, of all or some days; an owner sees what concerns itself or no"
                            + " member")
    public Page<EntryView> entries(
            @BeanParam @Valid PageQuery query,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Scope scope = OpenBooksResource.requireReader(booksAccess.toBooks())
                .<Scope>map(ReadableBy::new)
                .orElseGet(AllEntries::new);
        BookedDays days = FinancialReportResource.days(from, to);
        return query.highestFirst(
                (before, maxRows) -> journalEntries.newestFirst(scope, days, before, maxRows), EntryView::entry);
    }
}
