package coop.parasol.membership.login;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What Keycloak should know about producers' accounts, kept with the decision and carried out as soon as Keycloak is there. */
@ApplicationScoped
public class Logins {

    private final Session database;
    private final FirmClock clock;

    Logins(Session database, FirmClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An account that Keycloak does not know yet as it should be. */
    record Due(UUID memberId, String email, String name, boolean enabled, int attempts) {}

    public void enable(UUID memberId, String email, String name) {
        want(memberId, email, name, "ENABLED");
    }

    public void disable(UUID memberId, String email, String name) {
        want(memberId, email, name, "DISABLED");
    }

    /** Whether the member has an account that it can sign in with, as far as the firm has decided. */
    public boolean canSignIn(UUID memberId) {
        return !database.createNativeQuery(
                        "select 1 from login where member_id = ?1 and desired_state = 'ENABLED'", Integer.class)
                .setParameter(1, memberId)
                .getResultList()
                .isEmpty();
    }

    /** One that is due, locked; another instance takes another. */
    List<Due> next() {
        return database.createNativeQuery("""
                        select member_id, email, name, desired_state, attempts from login where not synchronized and next_attempt_at <= ?1
                        order by next_attempt_at limit 1 for update skip locked
                        """, Object[].class).setParameter(1, clock.now()).getResultList().stream()
                .map(row -> new Due(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        row[3].equals("ENABLED"),
                        ((Number) row[4]).intValue()))
                .toList();
    }

    void settled(Due login) {
        database.createNativeMutationQuery(
                        "update login set synchronized = true, last_error = null where member_id = ?1 and desired_state = ?2")
                .setParameter(1, login.memberId())
                .setParameter(2, login.enabled() ? "ENABLED" : "DISABLED")
                .executeUpdate();
    }

    /** Tried again after twice the time of the last time, a minute at most. */
    void failed(Due login, String problem) {
        long seconds = Math.min(60, 1L << Math.min(login.attempts(), 6));
        database.createNativeMutationQuery(
                        "update login set attempts = attempts + 1, next_attempt_at = ?2, last_error = ?3 where member_id = ?1")
                .setParameter(1, login.memberId())
                .setParameter(2, clock.now().plusSeconds(seconds))
                .setParameter(3, problem.substring(0, Math.min(problem.length(), 2000)))
                .executeUpdate();
    }

    private void want(UUID memberId, String email, String name, String wanted) {
        database.createNativeMutationQuery("""
                        insert into login (member_id, email, name, desired_state, synchronized, next_attempt_at) values (?1, ?2, ?3, ?4, false, ?5)
                        on conflict (member_id) do update set desired_state = ?4, synchronized = false, next_attempt_at = ?5, attempts = 0
                        """)
                .setParameter(1, memberId)
                .setParameter(2, email)
                .setParameter(3, name)
                .setParameter(4, wanted)
                .setParameter(5, clock.now())
                .executeUpdate();
    }
}
