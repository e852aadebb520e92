package coop.parasol.membership.books.reports;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.JournalAudit;
import coop.parasol.membership.books.ledger.RepeatableRead;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.membership.share.ShareCount;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Recomputes the conservation laws of the books from every line of the journal, on a schedule, and keeps what it has found: nobody's
 * call waits for a history that grows for ever.
 */
@ApplicationScoped
public class RunLedgerCheck {

    private static final Logger LOG = Logger.getLogger(RunLedgerCheck.class);

    private final Journal journal;
    private final JournalAudit journalAudit;
    private final ShareHolders shareHolders;
    private final ShareCount shareCount;
    private final RepeatableRead repeatableRead;
    private final FirmClock clock;

    RunLedgerCheck(
            Journal journal,
            JournalAudit journalAudit,
            ShareHolders shareHolders,
            ShareCount shareCount,
            RepeatableRead repeatableRead,
            FirmClock clock) {
        this.journal = journal;
        this.journalAudit = journalAudit;
        this.shareHolders = shareHolders;
        this.shareCount = shareCount;
        this.repeatableRead = repeatableRead;
        this.clock = clock;
    }

    @Scheduled(
            every = "{parasol.membership.ledger-check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runOnSchedule() {
        LedgerCheck check = run();
        if (!check.holds()) {
            LOG.errorf(
                    "The books do not hold: entries sum to zero %s, net book value %s, one share a member %s",
                    check.entriesSumToZero, check.netBookValueEquation, check.onePerMember);
        }
    }

    /** Checks the books of this moment, in a transaction that only reads, and keeps what is found in another. */
    LedgerCheck run() {
        LedgerCheck found = QuarkusTransaction.requiringNew().call(this::recompute);
        return QuarkusTransaction.requiringNew()
                .call(() -> LedgerCheck.getEntityManager().merge(found));
    }

    private LedgerCheck recompute() {
        repeatableRead.begin();
        Map<Account, Long> balances = journal.balances();
        LedgerCheck check = new LedgerCheck();
        check.id = LedgerCheck.LAST;
        check.checkedAt = clock.now();
        for (Account account : Account.values()) {
            long balance = balances.getOrDefault(account, 0L);
            switch (account.kind()) {
                case ASSET -> check.assets += balance;
                case LIABILITY -> check.liabilities -= balance;
                case INCOME, EXPENSE -> check.openIncome -= balance;
                case EQUITY -> check.equity -= balance;
            }
        }
        check.shares = shareCount.total();
        check.entriesSumToZero = journalAudit.faults() == 0;
        check.netBookValueEquation = check.equity == check.assets - check.liabilities - check.openIncome;
        check.onePerMember = shareHolders.count() == check.shares;
        return check;
    }
}
