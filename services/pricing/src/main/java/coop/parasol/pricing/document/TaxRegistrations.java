package coop.parasol.pricing.document;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.messaging.ReadModel;
import coop.parasol.pricing.document.rules.DocumentChoice;
import coop.parasol.pricing.document.rules.DocumentChoice.TaxRegistration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How producers are registered for tax, as membership has told it, until they are erased. */
@ApplicationScoped
public class TaxRegistrations implements ReadModel {

    private final Jdbi jdbi;

    TaxRegistrations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "tax registrations of producers";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("tax_registration"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(TaxRegistrationChanged.class, this::changed),
                new Projection<>(PersonErased.class, this::erased));
    }

    /** Producers are registered in another way from a day on. */
    public void changed(List<TaxRegistrationChanged> registrations) {
        jdbi.useHandle(handle -> {
            PreparedBatch rows = handle.prepareBatch("""
                    insert into tax_registration (registration_id, member_id, scheme, country, number, address, valid_from,
                           valid_until, self_billing_agreed_on, entered_at)
                    values (:registrationId, :memberId, :scheme, :country, :number, :address, :validFrom, :validUntil,
                           :selfBillingAgreedOn, :enteredAt)
                    on conflict (registration_id) do nothing
                    """);
            registrations.forEach(one -> rows.bindMethods(one).add());
            rows.execute();
        });
    }

    /** Nothing is known any more of how they are registered. */
    public void erased(List<PersonErased> persons) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from tax_registration where member_id = any(:members)")
                .bindArray(
                        "members",
                        UUID.class,
                        persons.stream().map(PersonErased::memberId).toList())
                .execute());
    }

    /** The registrations that hold on a day, by member; who has none is left out. */
    Map<UUID, TaxRegistration> inForce(Collection<UUID> members, LocalDate day) {
        Map<UUID, List<TaxRegistration>> entered = jdbi
                .withHandle(handle -> handle.createQuery("""
                        select member_id, scheme, country, number, address, valid_from, valid_until, self_billing_agreed_on
                          from tax_registration where member_id = any(:members) order by entered_at, registration_id
                        """)
                        .bindArray("members", UUID.class, members)
                        .mapTo(TaxRegistration.class)
                        .list())
                .stream()
                .collect(Collectors.groupingBy(TaxRegistration::memberId));
        Map<UUID, TaxRegistration> inForce = new HashMap<>();
        entered.forEach((member, ofMember) ->
                DocumentChoice.inForce(ofMember, day).ifPresent(found -> inForce.put(member, found)));
        return inForce;
    }
}
