package coop.parasol.membership.admission;

import coop.parasol.contracts.AddressConfirmation;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.member.AddressConfirmations;
import coop.parasol.membership.member.Member;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whoever has applied confirms its address by the link that was mailed there, once. Nothing is said of an application to who has no
 * genuine link of it.
 */
@ApplicationScoped
class ConfirmAddress {

    private final AddressConfirmations confirmations;
    private final FirmClock clock;

    ConfirmAddress(AddressConfirmations confirmations, FirmClock clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /** @return why nothing was confirmed; empty if the address is confirmed now */
    Optional<Refusal> confirm(String token) {
        Optional<AddressConfirmation> link = AddressConfirmation.parse(token);
        Optional<Member> applicant = link.flatMap(said -> Member.lock(said.memberId()))
                .filter(member -> confirmations.isGenuine(token, member.email));
        if (applicant.isEmpty()) {
            return Optional.of(new Refusal.Conflict(
                    "unknown-link", "This is no link that the firm has sent, or not the whole of it."));
        }
        Member member = applicant.get();
        if (member.emailConfirmedAt != null) {
            return Optional.of(new Refusal.Conflict("link-used", "The address is confirmed already."));
        }
        if (!clock.now().isBefore(link.orElseThrow().validUntil())) {
            return Optional.of(new Refusal.Conflict(
                    "link-expired", "The link is not valid any more. Let the firm send another one, or apply again."));
        }
        member.emailConfirmedAt = clock.now();
        Member.flush();
        return Optional.empty();
    }
}
