package coop.parasol.membership.admission;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.Iban;
import coop.parasol.membership.member.Address;
import coop.parasol.membership.member.AddressConfirmations;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.treasury.account.MalformedIban;
import coop.parasol.messaging.Ids;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A firm applies for membership. Whether another firm has applied with the same registration number or e-mail address makes no
 * difference here, for anybody may ask and nobody is to learn it; the registrar sees it, and admits one of them.
 */
@ApplicationScoped
public class ApplyForMembership {

    private final AddressConfirmations confirmations;
    private final FirmClock clock;

    ApplyForMembership(AddressConfirmations confirmations, FirmClock clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /**
     * What a firm says of itself.
     *
     * @param capabilities what it can make or process, in its own words
     * @param iban absent if it names its bank account later
     * @param language in which it reads; absent where it has not said
     */
    public record Application(
            String name,
            Identifier registrationNumber,
            FirmKind kind,
            String email,
            List<String> capabilities,
            @Nullable Address address,
            @Nullable String iban,
            @Nullable MailLanguage language) {}

    /** What applying leads to; nothing has changed unless it is {@link Applied}. */
    public sealed interface Outcome permits Applied, Refused {}

    /** The application is on record. */
    public record Applied(Member member) implements Outcome {}

    /** The application is not taken, for that reason. */
    public record Refused(Refusal reason) implements Outcome {}

    public Outcome apply(Application application) {
        Optional<String> iban = Optional.ofNullable(application.iban()).flatMap(Iban::normalize);
        if (application.iban() != null && iban.isEmpty()) {
            return new Refused(MalformedIban.in("iban"));
        }
        Member member = new Member();
        member.id = Ids.next();
        member.name = application.name().strip();
        member.registrationNumber = application.registrationNumber().written();
        member.kind = application.kind();
        member.email = application.email().toLowerCase(Locale.ROOT);
        member.capabilities = application.capabilities().stream()
                .map(String::strip)
                .distinct()
                .toList();
        if (application.address() != null) {
            application.address().applyTo(member);
        }
        member.iban = iban.orElse(null);
        member.language = application.language();
        member.state = MemberState.APPLIED;
        member.appliedAt = clock.now();
        member.confirmationAsked = confirmations.areAsked();
        member.persistAndFlush();
        return new Applied(member);
    }
}
