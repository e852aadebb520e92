package coop.parasol.membership.books.ledger;

import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open books: every member may read them. */
@Path("/ledger")
@Tag(name = "Books")
@RolesAllowed({"treasurer", "producer"})
public class LedgerResource {

    private final JournalEntries books;
    private final Journal journal;
    private final BooksAccess openBooks;
    private final Firm firm;

    LedgerResource(JournalEntries books, Journal journal, BooksAccess openBooks, Firm firm) {
        this.books = books;
        this.journal = journal;
        this.openBooks = openBooks;
        this.firm = firm;
    }

    /**
     * The conservation laws, recomputed from every line.
     *
     * @param entriesSumToZero every entry does, and the kept balances are the sums of the lines
     * @param netBookValueEquation members' capital + reserve + undivided remainder = assets - liabilities - the open period's income less expenses
     * @param onePerMember as many members hold a share as there are shares
     */
    public record Check(
            boolean entriesSumToZero,
            boolean netBookValueEquation,
            boolean onePerMember,
            Money assets,
            Money liabilities,
            Money openIncome,
            Money equity,
            long shares) {}

    @GET
    @Path("/entries")
    @Transactional
    @Operation(summary = "Journal, newest first; an owner sees what concerns itself or no member")
    public Page<JournalEntries.EntryView> entries(@BeanParam @Valid PageQuery query) {
        JournalEntries.Of of = openBooks
                .requireReader()
                .<JournalEntries.Of>map(JournalEntries.Reader::new)
                .orElseGet(JournalEntries.All::new);
        return Page.of(
                books.entries(of, query.afterNumber().orElse(Long.MAX_VALUE), query.fetch()),
                query.limit,
                entry -> Long.toString(entry.entry()));
    }

    @GET
    @Path("/check")
    @Transactional
    @Operation(summary = "Recompute the conservation laws of the books")
    public Check check() {
        firm.readOneMoment();
        openBooks.requireReader();
        Map<Account, Long> balances = journal.balances();
        long assets = 0;
        long liabilities = 0;
        long income = 0;
        long equity = 0;
        for (Account account : Account.values()) {
            long balance = balances.getOrDefault(account, 0L);
            switch (account.kind()) {
                case ASSET -> assets += balance;
                case LIABILITY -> liabilities -= balance;
                case INCOME, EXPENSE -> income -= balance;
                case EQUITY -> equity -= balance;
            }
        }
        long shares = firm.members();
        return new Check(
                books.faults() == 0,
                equity == assets - liabilities - income,
                books.shareHolders() == shares,
                firm.money(assets),
                firm.money(liabilities),
                firm.money(income),
                firm.money(equity),
                shares);
    }
}
