package coop.parasol.distribution.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which accounts at Keycloak are those of a partner's people. What they are called is known to Keycloak alone. */
@ApplicationScoped
class PartnerAccounts {

    private static final String COLUMNS =
            "select account_id, partner_id, subject, made_by, made_at, one_time_password_at from partner_account ";

    private final Jdbi jdbi;

    PartnerAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An account of a partner.
     *
     * @param subject Keycloak's id of it
     * @param oneTimePasswordAt when the last password for a first sign-in was issued, by Keycloak's clock; null if none was
     */
    record Account(
            UUID accountId,
            UUID partnerId,
            UUID subject,
            String madeBy,
            Instant madeAt,
            @Nullable Instant oneTimePasswordAt) {}

    /** Stores an account, unless it is known already, and answers what is known. */
    Account store(Account made) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into partner_account (account_id, partner_id, subject, made_by, made_at)
                        values (:account, :partner, :subject, :madeBy, :madeAt) on conflict (subject) do nothing
                        """)
                .bind("account", made.accountId())
                .bind("partner", made.partnerId())
                .bind("subject", made.subject())
                .bind("madeBy", made.madeBy())
                .bind("madeAt", made.madeAt())
                .execute());
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where subject = :subject")
                .bind("subject", made.subject())
                .mapTo(Account.class)
                .one());
    }

    /** How many the partner has. */
    long count(UUID partnerId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from partner_account where partner_id = :partner")
                        .bind("partner", partnerId)
                        .mapTo(Long.class)
                        .one());
    }

    /** In the order in which they were made. */
    List<Account> page(UUID partnerId, UUID after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "where partner_id = :partner and account_id > :after order by account_id limit :max")
                .bind("partner", partnerId)
                .bind("after", after)
                .bind("max", maxRows)
                .mapTo(Account.class)
                .list());
    }

    /** Locked, so that of two desks that issue a password one waits. */
    Optional<Account> lock(UUID partnerId, UUID accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "where partner_id = :partner and account_id = :account for update")
                .bind("partner", partnerId)
                .bind("account", accountId)
                .mapTo(Account.class)
                .findOne());
    }

    void markOneTimePassword(UUID accountId, Instant issuedAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update partner_account set one_time_password_at = :at where account_id = :account")
                .bind("at", issuedAt)
                .bind("account", accountId)
                .execute());
    }
}
