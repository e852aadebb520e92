package coop.parasol.membership.buyin;

import coop.parasol.contracts.EquityEvent.BuyInInstalmentPaid;
import coop.parasol.contracts.EquityEvent.BuyInPaid;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.buyin.BuyIns.Instalment;
import coop.parasol.membership.buyin.BuyIns.Transfer;
import coop.parasol.membership.buyin.rules.BuyInPlan;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.share.ShareRegister;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.EventVersions;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Money for a share has come in. With the first of it the share is issued at its value of this moment, and the whole of that value
 * is equity at once, the part that is still to come being what the new member owes: so nobody else's share is worth more or less
 * for it.
 */
@ApplicationScoped
class PayBuyIn {

    private final FirmClock clock;
    private final FirmCurrency currency;
    private final ShareCount shareCount;
    private final BylawsInForce bylawsInForce;
    private final BuyInPrice buyInPrice;
    private final ShareRegister register;
    private final BuyIns buyIns;
    private final Journal journal;
    private final Logins logins;
    private final Outbox outbox;
    private final EventVersions eventVersions;

    PayBuyIn(
            FirmClock clock,
            FirmCurrency currency,
            ShareCount shareCount,
            BylawsInForce bylawsInForce,
            BuyInPrice buyInPrice,
            ShareRegister register,
            BuyIns buyIns,
            Journal journal,
            Logins logins,
            Outbox outbox,
            EventVersions eventVersions) {
        this.clock = clock;
        this.currency = currency;
        this.shareCount = shareCount;
        this.bylawsInForce = bylawsInForce;
        this.buyInPrice = buyInPrice;
        this.register = register;
        this.buyIns = buyIns;
        this.journal = journal;
        this.logins = logins;
        this.outbox = outbox;
        this.eventVersions = eventVersions;
    }

    sealed interface Outcome
            permits Paid,
                    UnknownMember,
                    WrongCurrency,
                    NotAdmitted,
                    ShareWorthless,
                    ValueChanged,
                    WrongAmount,
                    ReferenceUsed {}

    record Paid(Member member) implements Outcome {}

    record UnknownMember() implements Outcome {}

    record WrongCurrency(String expected) implements Outcome {}

    record NotAdmitted(MemberState state) implements Outcome {}

    record ShareWorthless() implements Outcome {}

    /** The amount was the value on the day of admission; the value is another one now. */
    record ValueChanged(Money value) implements Outcome {}

    /** @param amounts one of which would have been right */
    record WrongAmount(List<Money> amounts) implements Outcome {}

    /** Another amount, or another member's money, was entered under this reference of the bank. */
    record ReferenceUsed() implements Outcome {}

    /**
     * Enters money for a member's share. A transfer that was entered before is not entered again.
     *
     * @param bankReference the bank's own name of the transfer
     */
    Outcome pay(UUID memberId, Money amount, String bankReference, Cause cause) {
        shareCount.lock();
        Optional<Member> locked = Member.lock(memberId);
        if (locked.isEmpty()) {
            return new UnknownMember();
        }
        if (!currency.matches(amount)) {
            return new WrongCurrency(currency.code());
        }
        Member member = locked.get();
        Optional<Transfer> before = buyIns.findTransfer(bankReference);
        if (before.isPresent()) {
            return before.get().equals(new Transfer(member.id, amount.minor()))
                    ? new Paid(member)
                    : new ReferenceUsed();
        }
        Outcome outcome = enter(member, amount, bankReference, cause);
        if (outcome instanceof Paid) {
            buyIns.addTransfer(bankReference, new Transfer(member.id, amount.minor()));
        }
        return outcome;
    }

    private Outcome enter(Member member, Money amount, String bankReference, Cause cause) {
        if (member.state == MemberState.ADMITTED) {
            return payFirst(member, amount, bankReference, cause);
        }
        List<Instalment> open = buyIns.openInstalments(member.id);
        long owed = open.stream().mapToLong(Instalment::payable).sum();
        if (open.isEmpty()) {
            return new NotAdmitted(member.state);
        }
        return payNext(member, open, owed, amount, bankReference, cause);
    }

    private Outcome payFirst(Member member, Money amount, String bankReference, Cause cause) {
        Bylaws bylaws = bylawsInForce.now();
        Money value = buyInPrice.buyInPrice();
        if (!value.isPositive()) {
            return new ShareWorthless();
        }
        List<Long> parts = BuyInPlan.parts(value.minor(), bylaws.buyInInstalments());
        if (amount.equals(value)) {
            parts = List.of(value.minor());
        } else if (amount.minor() != parts.getFirst()) {
            boolean wasRight = Objects.equals(member.buyInDue, amount.minor());
            return wasRight
                    ? new ValueChanged(value)
                    : new WrongAmount(List.of(value, currency.money(parts.getFirst())));
        }
        activate(member, value, amount, parts, bylaws, bankReference, cause);
        return new Paid(member);
    }

    private void activate(
            Member member,
            Money value,
            Money amount,
            List<Long> parts,
            Bylaws bylaws,
            String bankReference,
            Cause cause) {
        member.transitionTo(MemberState.ACTIVE);
        member.buyInDue = value.minor();
        member.shareIssuedAt = clock.now();
        Member.flush();
        buyIns.plan(member.id, parts, bylaws.buyInInterval(), bankReference);
        long members = register.issue(member.id, bylaws.version());
        journal.post(PostingRules.buyInPaid(member.id, value.minor(), amount.minor(), bankReference), cause);
        logins.enable(member.id, member.email, member.name);
        outbox.append(List.of(new BuyInPaid(member.id, amount, value, members), activated(member, members)), cause);
    }

    /** The first version has an e-mail address, which is left empty: nothing personal goes onto a topic. */
    private Event activated(Member member, long members) {
        return eventVersions.writes(MemberActivatedV2.class)
                ? new MemberActivatedV2(member.id, member.name, member.kind, members)
                : new MemberActivated(member.id, member.name, "", member.kind, members);
    }

    private Outcome payNext(
            Member member, List<Instalment> open, long owed, Money amount, String bankReference, Cause cause) {
        List<Instalment> paid;
        if (amount.minor() == open.getFirst().payable()) {
            paid = List.of(open.getFirst());
        } else if (amount.minor() == owed) {
            paid = open;
        } else {
            return new WrongAmount(List.of(currency.money(open.getFirst().payable()), currency.money(owed)));
        }
        long outstanding = owed;
        for (Instalment instalment : paid) {
            outstanding -= instalment.payable();
            buyIns.pay(member.id, instalment, bankReference);
            journal.post(
                    PostingRules.buyInInstalmentPaid(
                            member.id, instalment.number(), instalment.payable(), bankReference),
                    cause);
            outbox.append(
                    new BuyInInstalmentPaid(
                            member.id,
                            instalment.number(),
                            currency.money(instalment.payable()),
                            currency.money(outstanding),
                            bankReference),
                    cause);
        }
        return new Paid(member);
    }
}
