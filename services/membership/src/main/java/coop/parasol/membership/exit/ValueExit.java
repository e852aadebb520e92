package coop.parasol.membership.exit;

import coop.parasol.contracts.MembershipEvent.ExitValued;
import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Account;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.patronage.Lots;
import coop.parasol.membership.share.Share;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** The share is cancelled at its value of the day; from then on the member is owed money and owns nothing. */
@ApplicationScoped
class ValueExit {

    private final Firm firm;
    private final Share share;
    private final Journal journal;
    private final Lots lots;
    private final Outbox outbox;

    ValueExit(Firm firm, Share share, Journal journal, Lots lots, Outbox outbox) {
        this.firm = firm;
        this.share = share;
        this.journal = journal;
        this.lots = lots;
        this.outbox = outbox;
    }

    /** The firm and the exit are locked, in this order. */
    void ifDue(ExitCase exit, Cause cause) {
        if (!ExitSettlement.isDue(exit.state, exit.noticeUntil, firm.today())) {
            return;
        }
        Member member = Member.lock(exit.memberId).orElseThrow();
        ExitSettlement.Valuation valuation = ExitSettlement.value(
                share.now().shareValue().minor(),
                lots.takeAll(member.id),
                journal.balance(Account.MEMBER_DEBTS, member.id));
        member.shareCancelledAt = firm.now();
        exit.state = ExitState.VALUED;
        exit.valuedOn = firm.today();
        exit.equalShare = valuation.equalShare();
        exit.patronageCapital = valuation.patronageCapital();
        exit.debts = valuation.debts();
        exit.payable = valuation.payable();
        ExitCase.flush();
        firm.addShares(-1);
        journal.post(
                Bookings.valued(
                        exit.id, member.id, valuation.equalShare(), valuation.patronageCapital(), valuation.debts()),
                cause);
        outbox.append(
                new ExitValued(
                        member.id,
                        exit.id,
                        firm.today(),
                        firm.money(valuation.equalShare()),
                        firm.money(valuation.patronageCapital()),
                        firm.money(valuation.debts()),
                        firm.money(valuation.payable())),
                cause);
    }
}
