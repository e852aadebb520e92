package coop.parasol.portal.mail;

import coop.parasol.portal.notice.rules.Recipient;
import coop.parasol.portal.page.Language;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as Keycloak knows it at this moment.
 *
 * @param subject Keycloak's id of the person
 * @param email empty where it has none
 * @param language that Keycloak knows of; empty where it knows none
 */
record Reader(
        String subject,
        boolean enabled,
        String email,
        @Nullable UUID memberId,
        @Nullable UUID partnerId,
        Optional<Language> language) {

    /** Whether the person acts for that member or partner; a role is asked for apart. */
    boolean actsFor(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Member member -> member.memberId().equals(memberId);
            case Recipient.Partner partner -> partner.partnerId().equals(partnerId);
            case Recipient.Role _, Recipient.Voters _ -> false;
        };
    }
}
