package coop.parasol.membership.books.reports;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.JournalAudit;
import coop.parasol.membership.books.ledger.RepeatableRead;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.membership.share.ShareCount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The conservation laws of the books, recomputed on demand; every owner may ask. */
@Path("/ledger/check")
@Tag(name = "Books")
@RolesAllowed({"treasurer", "producer"})
public class LedgerCheckResource {

    private final Journal journal;
    private final JournalAudit journalAudit;
    private final ShareHolders shareHolders;
    private final BooksAccess booksAccess;
    private final ShareCount shareCount;
    private final FirmCurrency currency;
    private final RepeatableRead repeatableRead;

    LedgerCheckResource(
            Journal journal,
            JournalAudit journalAudit,
            ShareHolders shareHolders,
            BooksAccess booksAccess,
            ShareCount shareCount,
            FirmCurrency currency,
            RepeatableRead repeatableRead) {
        this.journal = journal;
        this.journalAudit = journalAudit;
        this.shareHolders = shareHolders;
        this.booksAccess = booksAccess;
        this.shareCount = shareCount;
        this.currency = currency;
        this.repeatableRead = repeatableRead;
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
    @Transactional
    @Operation(summary = "Recompute the conservation laws of the books from every line of the journal")
    public Check check() {
        repeatableRead.begin();
        OpenBooksResource.requireReader(booksAccess.toBooks());
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
        long shares = shareCount.total();
        return new Check(
                journalAudit.faults() == 0,
                equity == assets - liabilities - income,
                shareHolders.count() == shares,
                currency.money(assets),
                currency.money(liabilities),
                currency.money(income),
                currency.money(equity),
                shares);
    }
}
