package coop.parasol.membership.login;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak should know of each member's user account. It is written in the transaction of the decision and brought to Keycloak
 * afterwards ({@link SynchronizeLogins}).
 */
@ApplicationScoped
public class Logins {

    private static final int MAX_DELAY_SECONDS = 60;
    private static final int MAX_ERROR_LENGTH = 2_000;

    /** Each half by an index of its own, so that it stays quick however many have left. */
    static final String TAKEN_BY_ANOTHER = """
            select exists (select from login
                            where (lower(email) = lower(:email) or lower(account_name) = lower(:email))
                              and member_id <> :member and desired_state <> :erased)
            """;

    private final Jdbi jdbi;
    private final FirmClock clock;

    Logins(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whether a member should be able to sign in. */
    enum DesiredState {
        ENABLED,
        DISABLED,
        /** Keycloak knows nothing of it any more, and this table neither */
        ERASED
    }

    /**
     * A user account that Keycloak does not know as it should.
     *
     * @param accountName its name at Keycloak as it is known there; absent until it was brought there
     * @param email its name as it should be
     * @param attempts that have failed so far
     */
    record Pending(
            UUID memberId,
            @Nullable String accountName,
            String email,
            String name,
            DesiredState desiredState,
            int attempts) {

        /** The name by which Keycloak knows the account now. */
        String knownAs() {
            return accountName == null ? email : accountName;
        }
    }

    /** Gives the member an account that it can sign in with. */
    public void enable(UUID memberId, String email, String name) {
        store(memberId, email, name, DesiredState.ENABLED);
    }

    /** The member's account goes by another e-mail address or name of a firm; whether it can sign in stays as it is. */
    public void rename(UUID memberId, String email, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update login set email = :email, name = :name, synchronized = false, next_attempt_at = :now, attempts = 0
                         where member_id = :member and desired_state <> :erased and (email, name) <> (:email, :name)
                        """)
                .bind("email", email)
                .bind("name", name)
                .bind("now", clock.now())
                .bind("member", memberId)
                .bind("erased", DesiredState.ERASED)
                .execute());
    }

    /** Whether another member has an account of that name, or will have: also one that it cannot sign in with any more. */
    public boolean isTakenByAnother(String email, UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKEN_BY_ANOTHER)
                .bind("email", email)
                .bind("member", memberId)
                .bind("erased", DesiredState.ERASED)
                .mapTo(Boolean.class)
                .one());
    }

    /** Disables the member's account, so that it cannot sign in any more. */
    public void disable(UUID memberId, String email, String name) {
        store(memberId, email, name, DesiredState.DISABLED);
    }

    /**
     * Erases the member's account at Keycloak, and how it was recognised when it had lost its password.
     *
     * @return how many rows had any of it
     */
    public int erase(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update login set desired_state = :erased, synchronized = false, next_attempt_at = :now, attempts = 0
                                 where member_id = :member and desired_state <> :erased
                                """)
                        .bind("erased", DesiredState.ERASED)
                        .bind("now", clock.now())
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update login_reset_proposal
                                   set reason = null, first_part = null, second_part = null, version = version + 1
                                 where member_id = :member and num_nonnulls(reason, first_part, second_part) > 0
                                """).bind("member", memberId).execute());
    }

    /** Whether the member has an account that it can sign in with, as far as the firm has decided. */
    public boolean canSignIn(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from login where member_id = :member and desired_state = :enabled)")
                .bind("member", memberId)
                .bind("enabled", DesiredState.ENABLED)
                .mapTo(Boolean.class)
                .one());
    }

    /** The name by which Keycloak knows a member's account. */
    Optional<String> userName(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(account_name, email) from login where member_id = :member")
                .bind("member", memberId)
                .mapTo(String.class)
                .findOne());
    }

    /** Whether the member's account was ever brought to Keycloak. */
    boolean isMade(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from login where member_id = :member and account_name is not null)")
                .bind("member", memberId)
                .mapTo(Boolean.class)
                .one());
    }

    /** When the member's account was last given a one-time password, by Keycloak's clock. */
    Optional<Instant> oneTimePasswordAt(UUID memberId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select one_time_password_at from login where member_id = :member")
                        .bind("member", memberId)
                        .mapTo(Instant.class)
                        .findOne());
    }

    /** Until the end of the transaction nobody else gives this member a one-time password. */
    void lock(UUID memberId) {
        jdbi.useHandle(handle -> handle.createQuery("select 1 from login where member_id = :member for update")
                .bind("member", memberId)
                .mapTo(Integer.class)
                .findOne());
    }

    void markOneTimePassword(UUID memberId, Instant issuedAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update login set one_time_password_at = :issuedAt where member_id = :member")
                .bind("issuedAt", issuedAt)
                .bind("member", memberId)
                .execute());
    }

    /** The next one that is due, locked; another instance gets another. */
    Optional<Pending> lockNext() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select member_id, account_name, email, name, desired_state, attempts from login
                         where not synchronized and next_attempt_at <= :now
                         order by next_attempt_at limit 1 for update skip locked
                        """)
                .bind("now", clock.now())
                .mapTo(Pending.class)
                .findOne());
    }

    /**
     * Keycloak knows of the account what it should.
     *
     * @param exists whether there is an account; it has the name that it should have then
     */
    void markSynchronized(Pending login, boolean exists) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update login
                           set synchronized = true, last_error = null, account_name = case when :exists then email end
                         where member_id = :member and desired_state = :desired
                        """)
                .bind("exists", exists)
                .bind("member", login.memberId())
                .bind("desired", login.desiredState())
                .execute());
    }

    /** Nothing is left of it at Keycloak. */
    void delete(Pending login) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from login where member_id = :member and desired_state = :erased")
                        .bind("member", login.memberId())
                        .bind("erased", DesiredState.ERASED)
                        .execute());
    }

    /** Tried again after twice the time of the last time, a minute at most. */
    void markFailed(Pending login, String error) {
        long seconds = Math.min(MAX_DELAY_SECONDS, 1L << Math.min(login.attempts(), 6));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update login set attempts = attempts + 1, next_attempt_at = :next, last_error = :error
                         where member_id = :member
                        """)
                .bind("next", clock.now().plusSeconds(seconds))
                .bind("error", error.substring(0, Math.min(error.length(), MAX_ERROR_LENGTH)))
                .bind("member", login.memberId())
                .execute());
    }

    private void store(UUID memberId, String email, String name, DesiredState desired) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into login (member_id, email, name, desired_state, synchronized, next_attempt_at)
                        values (:member, :email, :name, :desired, false, :now)
                        on conflict (member_id) do update
                           set desired_state = :desired, synchronized = false, next_attempt_at = :now, attempts = 0
                        """)
                .bind("member", memberId)
                .bind("email", email)
                .bind("name", name)
                .bind("desired", desired)
                .bind("now", clock.now())
                .execute());
    }
}
