package coop.parasol.membership.login;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Whether an address is another member's is found by index, however many accounts there ever were. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class LoginAddressTest {

    private static final int OTHERS = 5_000;

    @Inject
    Logins logins;

    @Inject
    Jdbi jdbi;

    @Test
    void an_address_is_looked_up_by_index_in_whatever_case_it_is_written() {
        UUID member = UUID.fromString(Desk.apply());
        String email = "P-" + UUID.randomUUID() + "@Example.org";
        QuarkusTransaction.requiringNew().run(() -> logins.enable(member, email, "Kiln"));

        assertThat(isTaken(email.toLowerCase(java.util.Locale.ROOT), UUID.randomUUID()))
                .isTrue();
        assertThat(isTaken(email, member)).as("its own").isFalse();
        assertThat(isTaken("q" + email, UUID.randomUUID())).isFalse();
        assertThat(planAmongMany())
                .contains("login_email")
                .contains("login_account_name")
                .doesNotContain("Seq Scan");
    }

    private boolean isTaken(String email, UUID member) {
        return QuarkusTransaction.requiringNew().call(() -> logins.isTakenByAnother(email, member));
    }

    /** How PostgreSQL finds it among thousands; they are gone afterwards. */
    private String planAmongMany() {
        QuarkusTransaction.begin();
        try {
            return jdbi.withHandle(handle -> {
                handle.execute("alter table login drop constraint login_member_id_fkey");
                handle.execute("""
                        insert into login (member_id, email, name, desired_state, synchronized, next_attempt_at, account_name)
                        select gen_random_uuid(), 'm' || n || '@example.org', 'x', 'DISABLED', true, now(), 'm' || n || '@example.org'
                          from generate_series(1, ?) n
                        """, OTHERS);
                handle.execute("analyze login");
                return String.join(
                        "\n",
                        handle.createQuery("explain " + Logins.TAKEN_BY_ANOTHER)
                                .bind("email", "m7@example.org")
                                .bind("member", UUID.randomUUID())
                                .bind("erased", Logins.DesiredState.ERASED)
                                .mapTo(String.class)
                                .list());
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
