package coop.parasol.distribution.account;

import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.web.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * How accounts of partners' people are made at Keycloak. This service may see and change those in the group of the partners and no
 * others, so that it can make neither a desk nor a member, and cannot act as one.
 */
@ApplicationScoped
class KeycloakPartners {

    /** Its accounts have the role of a partner. */
    private static final String GROUP = "/partners";

    private static final String PARTNER_ID = "partner_id";

    private final KeycloakAccounts accounts;

    KeycloakPartners(KeycloakAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Makes an account with the role of a partner and the partner's id; one that the partner has already stays as it is.
     *
     * @param email by which the person signs in, in lower case
     * @param language of Keycloak's pages and mails for the person; null where they follow the browser
     * @return Keycloak's id of it; empty if the address is the name of somebody else's account
     */
    Optional<UUID> make(UUID partnerId, String email, String name, @Nullable MailLanguage language) {
        Optional<UserRepresentation> known = accounts.ofName(email);
        if (known.isPresent()) {
            return known.filter(user -> belongsTo(user, partnerId)).map(user -> UUID.fromString(user.getId()));
        }
        UserRepresentation user = KeycloakAccounts.enabled(email, name);
        user.singleAttribute(PARTNER_ID, partnerId.toString());
        if (language != null) {
            KeycloakAccounts.setLanguage(user, language);
        }
        user.setGroups(List.of(GROUP));
        return accounts.make(user);
    }

    private static boolean belongsTo(UserRepresentation user, UUID partnerId) {
        return user.getAttributes() != null
                && List.of(partnerId.toString()).equals(user.getAttributes().get(PARTNER_ID));
    }
}
