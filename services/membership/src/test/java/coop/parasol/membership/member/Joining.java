package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.membership.Firm;
import coop.parasol.membership.share.Share;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Joining step by step without the border, for measurements; each step is one transaction of the caller. */
@ApplicationScoped
public class Joining {

    private static final Cause CAUSE = Cause.of("bench");

    private final Admission admission;
    private final PayBuyIn payBuyIn;
    private final Share share;
    private final Firm firm;

    Joining(Admission admission, PayBuyIn payBuyIn, Share share, Firm firm) {
        this.admission = admission;
        this.payBuyIn = payBuyIn;
        this.share = share;
        this.firm = firm;
    }

    public UUID apply() {
        String tag = UUID.randomUUID().toString();
        ApplicationResource.Application application = new ApplicationResource.Application(
                "Works", tag, FirmKind.PRODUCT, tag + "@example.org", null, null, "GB82WEST12345698765432");
        return admission.apply(application, CAUSE).id;
    }

    public void admit(UUID member) {
        admission.admit(Member.lock(member).orElseThrow(), CAUSE);
    }

    public void buyIn(UUID member) {
        firm.lock();
        Member admitted = Member.lock(member).orElseThrow();
        payBuyIn.pay(admitted, share.now().shareValue(), UUID.randomUUID().toString(), CAUSE);
    }
}
