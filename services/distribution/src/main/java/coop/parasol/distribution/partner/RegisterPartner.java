package coop.parasol.distribution.partner;

import coop.parasol.contracts.DistributionEvent.PartnerRegistered;
import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The logistics desk registers a partner, which may then order, or changes on what terms it orders. */
@ApplicationScoped
public class RegisterPartner {

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final FirmCurrency currency;

    RegisterPartner(Jdbi jdbi, Outbox outbox, FirmCurrency currency) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.currency = currency;
    }

    /**
     * On what terms a partner orders.
     *
     * @param country ISO 3166-1 alpha-2
     * @param tier whose prices it pays
     * @param partnerGroup whose prices it gets before those of its tier; null where it is in none
     * @param creditLimit how much open orders and unpaid invoices may come to together
     */
    public record PartnerTerms(
            UUID partnerId,
            String name,
            String country,
            String tier,
            @Nullable String partnerGroup,
            Money creditLimit) {}

    /** What registering leads to; nothing has changed unless it is {@link Registered}. */
    public sealed interface Outcome permits Registered, ChangedMeanwhile {}

    /** The partner as it is now, and whether it is new. */
    public record Registered(Partner partner, boolean created) implements Outcome {}

    /** The partner has another version than the caller has seen; nothing is changed. */
    public record ChangedMeanwhile(long version) implements Outcome {}

    /**
     * Registers or changes; the same terms again change nothing.
     *
     * @param expectedVersion the version that the caller has seen; null if any will do
     */
    public Outcome register(PartnerTerms terms, @Nullable Long expectedVersion, Cause cause) {
        boolean created = insertIfAbsent(terms);
        Partner partner = Partner.lock(terms.partnerId()).orElseThrow();
        if (!created && expectedVersion != null && expectedVersion != partner.version) {
            return new ChangedMeanwhile(partner.version);
        }
        if (!created && terms.equals(termsOf(partner))) {
            return new Registered(partner, false);
        }
        partner.name = terms.name();
        partner.country = terms.country();
        partner.tier = terms.tier();
        partner.partnerGroup = terms.partnerGroup();
        partner.creditLimit = terms.creditLimit().minor();
        // counts the version on, which is answered
        Partner.flush();
        outbox.append(
                new PartnerRegistered(
                        terms.partnerId(),
                        terms.name(),
                        terms.country(),
                        terms.tier(),
                        terms.partnerGroup(),
                        terms.creditLimit()),
                cause);
        return new Registered(partner, created);
    }

    /** By SQL, so that of two desks that register the same partner at once one waits instead of failing. */
    private boolean insertIfAbsent(PartnerTerms terms) {
        int inserted = jdbi.withHandle(
                handle -> handle.createUpdate("""
                        insert into partner (partner_id, name, country, tier, partner_group, credit_limit)
                        values (:partnerId, :name, :country, :tier, :partnerGroup, :creditLimit) on conflict do nothing
                        """).bindMethods(terms).execute());
        return inserted == 1;
    }

    private PartnerTerms termsOf(Partner partner) {
        return new PartnerTerms(
                partner.partnerId,
                partner.name,
                partner.country,
                partner.tier,
                partner.partnerGroup,
                currency.money(partner.creditLimit));
    }
}
