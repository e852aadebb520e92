package coop.parasol.membership.member;

import coop.parasol.contracts.EquityEvent.BuyInInstalmentPaid;
import coop.parasol.contracts.EquityEvent.BuyInPaid;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.BuyIns.Instalment;
import coop.parasol.membership.member.BuyIns.Transfer;
import coop.parasol.membership.member.rules.BuyInPlan;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.Share;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money for a share has come in. With the first of it the share is issued at its value of this moment, and the whole of that value
 * is equity at once, the part that is still to come being what the new member owes: so nobody else's share is worth more or less
 * for it.
 */
@ApplicationScoped
class PayBuyIn {

    private final Firm firm;
    private final BylawsInForce bylawsInForce;
    private final Share share;
    private final ShareRegister register;
    private final BuyIns buyIns;
    private final Journal journal;
    private final Logins logins;
    private final Outbox outbox;

    PayBuyIn(
            Firm firm,
            BylawsInForce bylawsInForce,
            Share share,
            ShareRegister register,
            BuyIns buyIns,
            Journal journal,
            Logins logins,
            Outbox outbox) {
        this.firm = firm;
        this.bylawsInForce = bylawsInForce;
        this.share = share;
        this.register = register;
        this.buyIns = buyIns;
        this.journal = journal;
        this.logins = logins;
        this.outbox = outbox;
    }

    /** What it leads to. */
    sealed interface Outcome permits Done, NotAdmitted, Worthless, ValueChanged, WrongAmount, ReferenceUsed {}

    record Done() implements Outcome {}

    record NotAdmitted(MemberState state) implements Outcome {}

    record Worthless() implements Outcome {}

    /** It was the value on the day of admission, and is another one now. */
    record ValueChanged(Money value) implements Outcome {}

    /** @param amounts one of which would have been right */
    record WrongAmount(List<Money> amounts) implements Outcome {}

    /** The bank has told of a transfer once, and it was entered: as another amount, or for another member. */
    record ReferenceUsed() implements Outcome {}

    /** The firm and the member are locked, in this order. A transfer that was entered before is not entered again. */
    Outcome pay(Member member, Money amount, String bankReference, Cause cause) {
        Optional<Transfer> before = buyIns.transfer(bankReference);
        if (before.isPresent()) {
            return before.get().equals(new Transfer(member.id, amount.minor())) ? new Done() : new ReferenceUsed();
        }
        Outcome outcome = enter(member, amount, bankReference, cause);
        if (outcome instanceof Done) {
            buyIns.keep(bankReference, new Transfer(member.id, amount.minor()));
        }
        return outcome;
    }

    private Outcome enter(Member member, Money amount, String bankReference, Cause cause) {
        if (member.state == MemberState.ADMITTED) {
            return first(member, amount, bankReference, cause);
        }
        List<Instalment> open = buyIns.open(member.id);
        long owed = open.stream().mapToLong(Instalment::toPay).sum();
        if (open.isEmpty()) {
            return new NotAdmitted(member.state);
        }
        return next(member, open, owed, amount, bankReference, cause);
    }

    private Outcome first(Member member, Money amount, String bankReference, Cause cause) {
        Bylaws bylaws = bylawsInForce.now();
        Money value = share.now().shareValue();
        if (!value.isPositive()) {
            return new Worthless();
        }
        List<Long> parts = BuyInPlan.parts(value.minor(), bylaws.buyInInstalments());
        if (amount.equals(value)) {
            parts = List.of(value.minor());
        } else if (amount.minor() != parts.getFirst()) {
            boolean wasRight = Objects.equals(member.buyInDue, amount.minor());
            return wasRight ? new ValueChanged(value) : new WrongAmount(List.of(value, firm.money(parts.getFirst())));
        }
        activate(member, value, amount, parts, bylaws, bankReference, cause);
        return new Done();
    }

    private void activate(
            Member member,
            Money value,
            Money amount,
            List<Long> parts,
            Bylaws bylaws,
            String bankReference,
            Cause cause) {
        member.become(MemberState.ACTIVE);
        member.buyInDue = value.minor();
        member.shareIssuedAt = firm.now();
        Member.flush();
        buyIns.plan(member.id, parts, bylaws.buyInInterval(), bankReference);
        long members = register.issue(member.id, bylaws.version());
        journal.post(PostingRules.buyInPaid(member.id, value.minor(), amount.minor(), bankReference), cause);
        logins.enable(member.id, member.email, member.name);
        outbox.append(
                List.of(
                        new BuyInPaid(member.id, amount, value, members),
                        new MemberActivated(member.id, member.name, member.email, member.kind, members)),
                cause);
    }

    private Outcome next(
            Member member, List<Instalment> open, long owed, Money amount, String bankReference, Cause cause) {
        List<Instalment> paid;
        if (amount.minor() == open.getFirst().toPay()) {
            paid = List.of(open.getFirst());
        } else if (amount.minor() == owed) {
            paid = open;
        } else {
            return new WrongAmount(List.of(firm.money(open.getFirst().toPay()), firm.money(owed)));
        }
        long outstanding = owed;
        for (Instalment instalment : paid) {
            outstanding -= instalment.toPay();
            buyIns.paid(member.id, instalment, bankReference);
            journal.post(
                    PostingRules.buyInInstalmentPaid(member.id, instalment.number(), instalment.toPay(), bankReference),
                    cause);
            outbox.append(
                    new BuyInInstalmentPaid(
                            member.id,
                            instalment.number(),
                            firm.money(instalment.toPay()),
                            firm.money(outstanding),
                            bankReference),
                    cause);
        }
        return new Done();
    }
}
