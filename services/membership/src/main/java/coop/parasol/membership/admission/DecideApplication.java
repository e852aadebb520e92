package coop.parasol.membership.admission;

import coop.parasol.contracts.MembershipEvent.ApplicationRefused;
import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.buyin.BuyIns;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Admits or refuses a firm that has applied; an admitted one owns 1/N from its first payment on (`buyin`). */
@ApplicationScoped
public class DecideApplication {

    private final TakeUpApplication takeUpApplication;
    private final FirmClock clock;
    private final ShareCount shareCount;
    private final BuyInPrice buyInPrice;
    private final BylawsInForce bylawsInForce;
    private final BuyIns buyIns;
    private final Outbox outbox;

    DecideApplication(
            TakeUpApplication takeUpApplication,
            FirmClock clock,
            ShareCount shareCount,
            BuyInPrice buyInPrice,
            BylawsInForce bylawsInForce,
            BuyIns buyIns,
            Outbox outbox) {
        this.takeUpApplication = takeUpApplication;
        this.clock = clock;
        this.shareCount = shareCount;
        this.buyInPrice = buyInPrice;
        this.bylawsInForce = bylawsInForce;
        this.buyIns = buyIns;
        this.outbox = outbox;
    }

    /** What admitting leads to; nothing has changed unless it is {@link Admitted}. */
    public sealed interface Outcome
            permits Admitted, AddressUnconfirmed, RegistrationTaken, EmailTaken, ShareWorthless {}

    /** The applicant is admitted and buys its share in. */
    public record Admitted() implements Outcome {}

    /** Whoever applied has not confirmed the e-mail address by which it is to sign in. */
    public record AddressUnconfirmed() implements Outcome {}

    /** Another member has this registration number. */
    public record RegistrationTaken() implements Outcome {}

    /** The e-mail address is the name of another member's login. */
    public record EmailTaken() implements Outcome {}

    /** Losses have left nothing that a share could be sold for. */
    public record ShareWorthless() implements Outcome {}

    /** Whether the members admit a firm, not the registrar; the founders have nobody yet who could vote. */
    boolean needsVote() {
        return bylawsInForce.now().admissionByVote() && shareCount.total() > 0;
    }

    /** @param member locked and APPLIED */
    public Outcome admit(Member member, Cause cause) {
        if (member.hasToConfirmEmail()) {
            return new AddressUnconfirmed();
        }
        if (Member.isRegistrationTaken(member.registrationNumber)) {
            return new RegistrationTaken();
        }
        if (Member.isEmailTaken(member.email)) {
            return new EmailTaken();
        }
        Money due = buyInPrice.buyInPrice();
        if (!due.isPositive()) {
            return new ShareWorthless();
        }
        takeUpApplication.takeUp(member, cause);
        int bylawsVersion = bylawsInForce.now().version();
        member.transitionTo(MemberState.ADMITTED);
        member.buyInDue = due.minor();
        member.admittedAt = clock.now();
        member.bylawsVersion = bylawsVersion;
        Member.flush();
        buyIns.invoice(member.id);
        outbox.append(new MemberAdmitted(member.id, member.name, due, clock.today(), member.city), cause);
        return new Admitted();
    }

    /**
     * Refuses an application. Of one that nobody has dealt with before others do not hear.
     *
     * @param member locked and APPLIED
     * @param reason which the applicant reads; free words about a firm stay in this service
     * @param byVote whether the members have decided, not the registrar
     */
    public void refuse(Member member, String reason, boolean byVote, Cause cause) {
        if (byVote) {
            takeUpApplication.takeUp(member, cause);
        }
        int bylawsVersion = bylawsInForce.now().version();
        member.transitionTo(MemberState.REFUSED);
        member.refusalReason = reason;
        member.bylawsVersion = bylawsVersion;
        Member.flush();
        if (member.takenUpAt != null) {
            outbox.append(new ApplicationRefused(member.id, byVote ? "vote" : "registrar"), cause);
        }
    }
}
