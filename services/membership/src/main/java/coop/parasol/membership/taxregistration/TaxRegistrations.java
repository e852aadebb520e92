package coop.parasol.membership.taxregistration;

import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.TaxNumbers;
import coop.parasol.membership.taxregistration.rules.TaxRegistrationRules;
import coop.parasol.membership.taxregistration.rules.TaxRegistrationRules.Wanted;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tax registrations of members; each is kept as it was entered, and a later one follows it. */
@ApplicationScoped
public class TaxRegistrations {

    private final Jdbi jdbi;
    private final FirmClock clock;
    private final Outbox outbox;

    TaxRegistrations(Jdbi jdbi, FirmClock clock, Outbox outbox) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * A registration as it was entered.
     *
     * @param number absent where it has none, or once it was erased, as the address
     * @param validUntil last day; absent while it is open
     * @param selfBillingAgreedOn when the member has agreed that the firm draws up its invoices; absent if it has not
     */
    public record TaxRegistration(
            UUID registrationId,
            UUID memberId,
            TaxScheme scheme,
            String country,
            @Nullable String number,
            @Nullable String address,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate selfBillingAgreedOn,
            String enteredBy,
            Instant enteredAt) {}

    sealed interface Outcome permits Entered, Refused {}

    record Entered(TaxRegistration registration) implements Outcome {}

    record Refused(TaxRegistrationRules.Objection objection) implements Outcome {}

    /**
     * Enters a registration and tells it, if it can be.
     *
     * @param memberId locked
     */
    Outcome enter(UUID memberId, Wanted wanted, Cause cause) {
        Optional<TaxRegistrationRules.Objection> objection = TaxRegistrationRules.objection(
                wanted, TaxNumbers.of(wanted.country()).orElse(null), clock.today());
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        TaxRegistration registration = new TaxRegistration(
                Ids.next(),
                memberId,
                wanted.scheme(),
                wanted.country(),
                wanted.number(),
                wanted.address(),
                wanted.validFrom(),
                wanted.validUntil(),
                wanted.selfBillingAgreedOn(),
                cause.actor(),
                clock.now());
        store(registration);
        outbox.append(
                new TaxRegistrationChanged(
                        memberId,
                        registration.registrationId(),
                        registration.scheme(),
                        registration.country(),
                        registration.number(),
                        registration.address(),
                        registration.validFrom(),
                        registration.validUntil(),
                        registration.selfBillingAgreedOn(),
                        registration.enteredAt()),
                cause);
        return new Entered(registration);
    }

    private void store(TaxRegistration registration) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into tax_registration (id, member_id, scheme, country, number, address, valid_from, valid_until,
                               self_billing_agreed_on, entered_by, entered_at)
                        values (:registrationId, :memberId, :scheme, :country, :number, :address, :validFrom, :validUntil,
                               :selfBillingAgreedOn, :enteredBy, :enteredAt)
                        """).bindMethods(registration).execute());
    }

    /** The registrations of a member, oldest first. */
    List<TaxRegistration> list(UUID memberId, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id as registration_id, member_id, scheme, country, number, address, valid_from, valid_until,
                               self_billing_agreed_on, entered_by, entered_at
                          from tax_registration where member_id = :member and id > :after order by id limit :maxRows
                        """)
                .bind("member", memberId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(TaxRegistration.class)
                .list());
    }

    /**
     * Erases numbers and addresses of a member.
     *
     * @return how many registrations had any
     */
    public int erase(UUID memberId) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                        update tax_registration set number = null, address = null
                         where member_id = :member and num_nonnulls(number, address) > 0
                        """).bind("member", memberId).execute());
    }
}
