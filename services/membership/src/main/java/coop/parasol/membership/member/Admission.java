package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.MembershipEvent.MemberApplied;
import coop.parasol.contracts.Money;
import coop.parasol.membership.Firm;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.Share;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** A firm applies, and is admitted or refused; it owns 1/N when the price of its share has come in ({@link PayBuyIn}). */
@ApplicationScoped
public class Admission {

    private final Firm firm;
    private final Share share;
    private final BylawsInForce bylawsInForce;
    private final BuyIns buyIns;
    private final Outbox outbox;

    Admission(Firm firm, Share share, BylawsInForce bylawsInForce, BuyIns buyIns, Outbox outbox) {
        this.firm = firm;
        this.share = share;
        this.bylawsInForce = bylawsInForce;
        this.buyIns = buyIns;
        this.outbox = outbox;
    }

    /** What admitting leads to. */
    public sealed interface Outcome permits Admitted, EmailTaken, Worthless {}

    public record Admitted() implements Outcome {}

    /** The account's name that the firm asks for is another member's. */
    public record EmailTaken() implements Outcome {}

    /** Losses have left nothing that a share could be bought of. */
    public record Worthless() implements Outcome {}

    /** Whether the members admit a firm, not the registrar; the founders have nobody yet who could vote. */
    boolean needsVote() {
        return bylawsInForce.now().admissionByVote() && firm.members() > 0;
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
    public Outcome admit(Member member, Cause cause) {
        if (Member.hasAccount(member.email)) {
            return new EmailTaken();
        }
        Money due = share.now().shareValue();
        if (!due.isPositive()) {
            return new Worthless();
        }
        member.become(MemberState.ADMITTED);
        member.buyInDue = due.minor();
        member.admittedAt = firm.now();
        member.bylawsVersion = bylawsInForce.now().version();
        Member.flush();
        buyIns.invoice(member.id);
        outbox.append(new MemberAdmitted(member.id, member.name, due, firm.today(), member.city), cause);
        return new Admitted();
    }

    /** @param member locked and APPLIED */
    public void refuse(Member member, String reason, Cause cause) {
        member.become(MemberState.REFUSED);
        member.refusalReason = reason;
        member.bylawsVersion = bylawsInForce.now().version();
        Member.flush();
        outbox.append(new ApplicationRefused(member.id, reason), cause);
    }
}
