package coop.parasol.membership.exit;

import coop.parasol.contracts.EquityEvent.ExitValued;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.books.patronage.PatronageLots;
import coop.parasol.membership.books.setoff.SetOffClaims;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.exit.rules.ExitSettlement;
import coop.parasol.membership.exit.rules.ExitSettlement.Valuation;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.ExitTerms;
import coop.parasol.membership.exit.rules.LastStatement;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.membership.sharevalue.ShareValuation;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The share is cancelled at its value of the day; from then on the member is owed money and owns nothing. */
@ApplicationScoped
class ValueExit {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final BylawsInForce bylaws;
    private final ShareValuation shareValuation;
    private final ShareRegister register;
    private final Journal journal;
    private final PatronageLots lots;
    private final SetOffClaims setOffClaims;
    private final ExitPaymentQueue paymentQueue;
    private final CompleteExit completeExit;
    private final ExitSteps steps;
    private final Outbox outbox;

    ValueExit(
            FirmClock clock,
            FirmCurrency currency,
            BylawsInForce bylaws,
            ShareValuation shareValuation,
            ShareRegister register,
            Journal journal,
            PatronageLots lots,
            SetOffClaims setOffClaims,
            ExitPaymentQueue paymentQueue,
            CompleteExit completeExit,
            ExitSteps steps,
            Outbox outbox) {
        this.clock = clock;
        this.currency = currency;
        this.bylaws = bylaws;
        this.shareValuation = shareValuation;
        this.register = register;
        this.journal = journal;
        this.lots = lots;
        this.setOffClaims = setOffClaims;
        this.paymentQueue = paymentQueue;
        this.completeExit = completeExit;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** What the member would get if its share were valued now. */
    Valuation preview(UUID memberId, ExitTerms terms) {
        return valuation(-journal.balance(Account.PATRONAGE_CAPITAL, memberId), memberId, terms);
    }

    private Valuation valuation(long patronageCapital, UUID memberId, ExitTerms terms) {
        return ExitSettlement.value(
                shareValuation.now().shareValue().minor(),
                patronageCapital,
                journal.balance(Account.MEMBER_DEBTS, memberId),
                terms);
    }

    static ExitTerms terms(Bylaws bylaws) {
        return new ExitTerms(
                bylaws.exitInstalments(), bylaws.exitInterval(), bylaws.holdbackShare(), bylaws.holdbackMonths());
    }

    /** Values the share if notice is over and the exit is cleared. The share count and the exit are locked, in this order. */
    void valueIfDue(ExitCase exit, Cause cause) {
        if (!ExitSettlement.isDue(exit.state, exit.noticeUntil, clock.today())) {
            return;
        }
        Member member = Member.lock(exit.memberId).orElseThrow();
        Bylaws inForce = bylaws.now();
        ExitTerms terms = terms(inForce);
        Valuation valuation = valuation(lots.redeemAll(member.id), member.id, terms);
        member.shareCancelledAt = clock.now();
        store(exit, valuation, terms, inForce);
        register.cancel(member.id);
        setOffClaims.settledByEquity(member.id, valuation.debts());
        paymentQueue.plan(exit, terms);
        journal.post(PostingRules.exitValued(exit.id, member.id, booked(valuation)), cause);
        steps.record(exit.id, ExitStep.VALUED, null, valuation.payable() + valuation.holdback(), cause);
        outbox.append(event(exit, valuation), cause);
        setOffClaims.setOffUnpaid(member.id, cause);
        paymentQueue.makeDue(cause);
        completeExit.ifWhollyPaid(exit, cause);
    }

    private static PostingRules.Settlement booked(Valuation value) {
        return new PostingRules.Settlement(
                value.equalShare(), value.patronageCapital(), value.debts(), value.holdback(), value.payable());
    }

    private void store(ExitCase exit, Valuation valuation, ExitTerms terms, Bylaws inForce) {
        exit.state = ExitState.VALUED;
        exit.valuedOn = clock.today();
        exit.valuationBylawsVersion = inForce.version();
        exit.equalShare = valuation.equalShare();
        exit.patronageCapital = valuation.patronageCapital();
        exit.debts = valuation.debts();
        exit.stillOwed = valuation.stillOwed();
        exit.holdback = valuation.holdback();
        exit.holdbackUntil = ExitSettlement.holdbackUntil(clock.today(), terms);
        exit.holdbackReleased = valuation.holdback() == 0 ? 0L : null;
        exit.payable = valuation.payable();
        exit.lastStatementUntil = LastStatement.waitedForUntil(clock.today(), inForce.lastStatementMonths());
        ExitCase.flush();
    }

    private ExitValued event(ExitCase exit, Valuation valuation) {
        boolean held = valuation.holdback() > 0;
        return new ExitValued(
                exit.memberId,
                exit.id,
                clock.today(),
                currency.money(valuation.equalShare()),
                currency.money(valuation.patronageCapital()),
                currency.money(valuation.debts()),
                currency.money(valuation.payable()),
                held ? currency.money(valuation.holdback()) : null,
                held ? exit.holdbackUntil : null,
                money(valuation.stillOwed()));
    }

    private @Nullable Money money(long minor) {
        return minor == 0 ? null : currency.money(minor);
    }
}
