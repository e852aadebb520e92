package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import coop.parasol.contracts.MembershipEvent.BuyInPaid;
import coop.parasol.contracts.MembershipEvent.MemberActivated;
import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.MembershipEvent.MemberApplied;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.Share;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A firm becomes a member: it applies, is admitted, and owns 1/N when the price of its share has come in. */
@ApplicationScoped
class Admission {

    private final Firm firm;
    private final Share share;
    private final Journal journal;
    private final Logins logins;
    private final Outbox outbox;

    Admission(Firm firm, Share share, Journal journal, Logins logins, Outbox outbox) {
        this.firm = firm;
        this.share = share;
        this.journal = journal;
        this.logins = logins;
        this.outbox = outbox;
    }

    Member apply(ApplicationResource.Application application, Cause cause) {
        Member member = new Member();
        member.id = Ids.next();
        member.name = application.name().strip();
        member.registrationNumber = application.registrationNumber().strip();
        member.kind = application.kind();
        member.email = application.email();
        if (application.capabilities() != null) {
            member.capabilities = application.capabilities().stream()
                    .map(String::strip)
                    .distinct()
                    .toList();
        }
        if (application.address() != null) {
            application.address().enter(member);
        }
        member.iban = application.iban() == null ? null : BankAccount.read("iban", application.iban());
        member.state = MemberState.APPLIED;
        member.appliedAt = firm.now();
        member.persistAndFlush();
        outbox.append(new MemberApplied(member.id, member.name, member.kind, member.appliedAt), cause);
        return member;
    }

    /** @param member locked and APPLIED */
    void admit(Member member, Cause cause) {
        Money due = share.now().shareValue();
        member.become(MemberState.ADMITTED);
        member.buyInDue = due.minor();
        member.admittedAt = firm.now();
        Member.flush();
        outbox.append(new MemberAdmitted(member.id, member.name, due, firm.today()), cause);
    }

    /** @param member locked and APPLIED */
    void refuse(Member member, String reason, Cause cause) {
        member.become(MemberState.REFUSED);
        member.refusalReason = reason;
        Member.flush();
        outbox.append(new ApplicationRefused(member.id, reason), cause);
    }

    /**
     * The share is issued at its value of this moment; nobody else's is worth more or less for it.
     *
     * @param member locked and ADMITTED, after the firm
     * @param amount the value of one share
     */
    void buyIn(Member member, Money amount, String bankReference, Cause cause) {
        member.become(MemberState.ACTIVE);
        member.buyInDue = amount.minor();
        member.shareIssuedAt = firm.now();
        Member.flush();
        long members = firm.addShares(1);
        journal.post(Bookings.buyIn(member.id, amount.minor(), bankReference), cause);
        logins.enable(member.id, member.email, member.name);
        outbox.append(
                List.of(
                        new BuyInPaid(member.id, amount, amount, members),
                        new MemberActivated(member.id, member.name, member.email, member.kind, members)),
                cause);
    }
}
