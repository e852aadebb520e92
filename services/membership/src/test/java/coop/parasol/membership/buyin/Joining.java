package coop.parasol.membership.buyin;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.membership.admission.ApplyForMembership;
import coop.parasol.membership.admission.DecideApplication;
import coop.parasol.membership.member.BuyInPrice;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Joining step by step without REST, for measurements; each step is one transaction of the caller. */
@ApplicationScoped
public class Joining {

    private static final Cause CAUSE = Cause.of("bench");

    private final ApplyForMembership applyForMembership;
    private final DecideApplication decideApplication;
    private final PayBuyIn payBuyIn;
    private final BuyInPrice buyInPrice;
    private final ShareCount shareCount;

    Joining(
            ApplyForMembership applyForMembership,
            DecideApplication decideApplication,
            PayBuyIn payBuyIn,
            BuyInPrice buyInPrice,
            ShareCount shareCount) {
        this.applyForMembership = applyForMembership;
        this.decideApplication = decideApplication;
        this.payBuyIn = payBuyIn;
        this.buyInPrice = buyInPrice;
        this.shareCount = shareCount;
    }

    public UUID apply() {
        String tag = UUID.randomUUID().toString();
        ApplyForMembership.Application application = new ApplyForMembership.Application(
                "Works",
                Identifier.of(tag),
                FirmKind.PRODUCT,
                tag + "@example.org",
                List.of(),
                null,
                "GB82WEST12345698765432",
                null);
        return ((ApplyForMembership.Applied) applyForMembership.apply(application)).member().id;
    }

    public void admit(UUID member) {
        decideApplication.admit(Member.lock(member).orElseThrow(), CAUSE);
    }

    public void buyIn(UUID member) {
        shareCount.lock();
        payBuyIn.pay(member, buyInPrice.buyInPrice(), UUID.randomUUID().toString(), CAUSE);
    }
}
