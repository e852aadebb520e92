package coop.parasol.membership.login;

import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.web.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How members come to their passwords at Keycloak. */
@ApplicationScoped
class KeycloakPasswords {

    private final KeycloakUsers users;
    private final KeycloakAccounts accounts;

    KeycloakPasswords(KeycloakUsers users, KeycloakAccounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    /** The outcome of asking for a one-time password. */
    sealed interface OneTimePassword {

        /**
         * A password that has to be changed at the first sign-in.
         *
         * @param issuedAt by Keycloak's clock, which tells it from any later password
         */
        record Issued(String password, Instant issuedAt) implements OneTimePassword {}

        /** There is no account of this member yet. */
        record NoAccount() implements OneTimePassword {}

        /** The member has chosen a password of its own, and nobody at the desks may replace that. */
        record AlreadySignedIn() implements OneTimePassword {}
    }

    /**
     * Gives the member a password for its first sign-in. It may be given again until then, never afterwards: who could
     * replace a member's own password could act as the member.
     *
     * @param issuedAt when the last one was issued; null if none was
     */
    OneTimePassword oneTimePassword(UUID memberId, String email, @Nullable Instant issuedAt) {
        Optional<UUID> account = accountOf(memberId, email);
        return switch (access(account, issuedAt)) {
            case NO_ACCOUNT -> new OneTimePassword.NoAccount();
            case OWN_PASSWORD -> new OneTimePassword.AlreadySignedIn();
            case NOT_SIGNED_IN -> {
                String password = UUID.randomUUID().toString();
                yield new OneTimePassword.Issued(
                        password, accounts.setOneTimePassword(account.orElseThrow(), password));
            }
        };
    }

    /**
     * Mails the member a link by which it chooses its first password.
     *
     * @param language of the mail; null for the one that the account has
     * @return how far the member had come; only one that has not signed in is mailed to
     * @throws WebApplicationException if Keycloak could not send it
     */
    Access invite(UUID memberId, String email, @Nullable Instant issuedAt, @Nullable MailLanguage language) {
        Optional<UUID> account = accountOf(memberId, email);
        Access access = access(account, issuedAt);
        if (access == Access.NOT_SIGNED_IN) {
            accounts.invite(account.orElseThrow(), language);
        }
        return access;
    }

    /** How far a member has come with its account. */
    enum Access {
        NO_ACCOUNT,
        /** no password, or a one-time one for the first sign-in */
        NOT_SIGNED_IN,
        /** one that the member has chosen, or that two registrars have given it */
        OWN_PASSWORD
    }

    /** @param issuedAt when the last one-time password was issued; null if none was */
    Access access(UUID memberId, String email, @Nullable Instant issuedAt) {
        return access(accountOf(memberId, email), issuedAt);
    }

    private Access access(Optional<UUID> account, @Nullable Instant issuedAt) {
        return account.map(known -> hasOwnPassword(known, issuedAt) ? Access.OWN_PASSWORD : Access.NOT_SIGNED_IN)
                .orElse(Access.NO_ACCOUNT);
    }

    private Optional<UUID> accountOf(UUID memberId, String email) {
        return users.ofMember(memberId, email).map(user -> UUID.fromString(user.getId()));
    }

    /**
     * Replaces the member's own password by one that has to be changed at the next sign-in, and ends its sessions. For who has
     * the word of two persons.
     *
     * @throws IllegalStateException if there is no account of this member
     */
    void replacePassword(UUID memberId, String email, String password) {
        UUID account = accountOf(memberId, email)
                .orElseThrow(() -> new IllegalStateException("member " + memberId + " has no account"));
        accounts.resetPassword(account, password);
        accounts.account(account).logout();
    }

    /**
     * Whether it has another password than the one-time one. That a password has to be changed says nothing: it may have expired,
     * or be that of two registrars.
     */
    private boolean hasOwnPassword(UUID account, @Nullable Instant issuedAt) {
        return accounts.passwordAt(account)
                .filter(setAt -> !setAt.equals(issuedAt))
                .isPresent();
    }
}
