package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.member.MemberRegister;
import coop.parasol.membership.pool.MemberPools;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Exits as they are shown, with what the books and the pools say of each member at this moment. */
@ApplicationScoped
class ExitViews {

    private static final int MAX_PRINTED_STEPS = 1_000;

    private final Journal journal;
    private final MemberRegister members;
    private final MemberPools pools;
    private final ExitSteps steps;
    private final GoodsEndings endings;
    private final FirmClock clock;
    private final FirmCurrency currency;

    ExitViews(
            Journal journal,
            MemberRegister members,
            MemberPools pools,
            ExitSteps steps,
            GoodsEndings endings,
            FirmClock clock,
            FirmCurrency currency) {
        this.journal = journal;
        this.members = members;
        this.pools = pools;
        this.steps = steps;
        this.endings = endings;
        this.clock = clock;
        this.currency = currency;
    }

    ExitView of(ExitCase exit) {
        return ExitView.of(
                exit,
                members.names(List.of(exit.memberId)).getOrDefault(exit.memberId, ""),
                journal.balance(Account.MEMBER_DEBTS, exit.memberId),
                currency);
    }

    ExitTimeline timeline(ExitCase exit, PageQuery query) {
        Page<ExitSteps.Recorded> page =
                query.byNumber((after, maxRows) -> steps.page(exit.id, after, maxRows), ExitSteps.Recorded::id);
        return ExitTimeline.of(
                exit,
                page.map(step -> ExitTimeline.taken(step, currency)),
                endings.sums(exit.id),
                pools.awaitsStatement(exit.memberId),
                clock);
    }

    /** The first steps of an exit, for print; each is a person's, a service's or a payment's, so that there are few. */
    List<ExitTimeline.Taken> steps(UUID exitId) {
        return steps.page(exitId, 0, MAX_PRINTED_STEPS).stream()
                .map(step -> ExitTimeline.taken(step, currency))
                .toList();
    }

    List<ExitTimeline.EndedGoods> goodsEnded(UUID exitId) {
        return endings.sums(exitId);
    }

    Page<ExitView> of(Page<ExitCase> page) {
        List<UUID> memberIds =
                page.items().stream().map(exit -> exit.memberId).distinct().toList();
        Map<UUID, Long> owed = journal.balances(Account.MEMBER_DEBTS, memberIds);
        Map<UUID, String> names = members.names(memberIds);
        return page.map(exit -> ExitView.of(
                exit, names.getOrDefault(exit.memberId, ""), owed.getOrDefault(exit.memberId, 0L), currency));
    }
}
