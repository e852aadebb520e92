package coop.parasol.keycloak;

import coop.parasol.web.MailLanguage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as Keycloak knows it.
 *
 * @param userName by which the person signs in
 * @param name of the person
 * @param passwordAt when its password was set, by Keycloak's clock; null while it has none
 * @param language in which Keycloak writes to the person; null where none was chosen
 */
public record KnownAccount(
        String userName,
        @Nullable String name,
        boolean enabled,
        @Nullable Instant passwordAt,
        @Nullable MailLanguage language) {

    /**
     * Whether the person has chosen a password. That a password has to be changed does not tell a one-time one: it may have expired.
     * When it was set does.
     *
     * @param oneTimePasswordAt when the last one-time password was set; null if none was
     */
    public boolean hasOwnPassword(@Nullable Instant oneTimePasswordAt) {
        return passwordAt != null && !passwordAt.equals(oneTimePasswordAt);
    }
}
