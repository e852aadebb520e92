package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.pool.MemberPools;
import coop.parasol.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Exits as they are shown, with what the books and the pools say of each member at this moment. */
@ApplicationScoped
class ExitViews {

    private final Journal journal;
    private final MemberPools pools;
    private final ExitSteps steps;
    private final FirmClock clock;
    private final FirmCurrency currency;

    ExitViews(Journal journal, MemberPools pools, ExitSteps steps, FirmClock clock, FirmCurrency currency) {
        this.journal = journal;
        this.pools = pools;
        this.steps = steps;
        this.clock = clock;
        this.currency = currency;
    }

    ExitView of(ExitCase exit) {
        return ExitView.of(exit, journal.balance(Account.MEMBER_DEBTS, exit.memberId), currency);
    }

    ExitTimeline timeline(ExitCase exit) {
        return ExitTimeline.of(exit, steps.of(exit.id), pools.awaitsStatement(exit.memberId), clock, currency);
    }

    Page<ExitView> of(Page<ExitCase> page) {
        Map<UUID, Long> owed = journal.balances(
                Account.MEMBER_DEBTS,
                page.items().stream().map(exit -> exit.memberId).distinct().toList());
        return page.map(exit -> ExitView.of(exit, owed.getOrDefault(exit.memberId, 0L), currency));
    }
}
