package coop.parasol.distribution.partner;

import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The logistics desk lets somebody order, or changes on what terms. */
@ApplicationScoped
public class RegisterPartner {

    private final Partners partners;
    private final Outbox outbox;

    RegisterPartner(Partners partners, Outbox outbox) {
        this.partners = partners;
        this.outbox = outbox;
    }

    /** The partner as it is now, and whether it is new. */
    public record Registered(Partner partner, boolean created) {}

    /** The same terms again change nothing. */
    public Registered register(Partner wanted, @Nullable String ifMatch, Cause cause) {
        if (partners.insert(wanted)) {
            outbox.append(event(wanted), cause);
            return new Registered(wanted, true);
        }
        Partner now = partners.lock(wanted.partnerId()).orElseThrow();
        ETags.requireMatch(ifMatch, now.version());
        Partner next = new Partner(
                now.partnerId(),
                wanted.name(),
                wanted.country(),
                wanted.tier(),
                wanted.creditLimit(),
                now.exposure(),
                now.version() + 1);
        if (event(next).equals(event(now))) {
            return new Registered(now, false);
        }
        partners.update(next);
        outbox.append(event(next), cause);
        return new Registered(next, false);
    }

    private static PartnerRegistered event(Partner partner) {
        return new PartnerRegistered(
                partner.partnerId(), partner.name(), partner.country(), partner.tier(), partner.creditLimit());
    }
}
