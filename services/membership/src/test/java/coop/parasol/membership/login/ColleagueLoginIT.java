package coop.parasol.membership.login;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/** Accounts of colleagues stand and fall with that of their member, at the real Keycloak, and never become one. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class ColleagueLoginIT {

    @Inject
    SynchronizeLogins synchronizeLogins;

    @Inject
    Logins logins;

    @Inject
    Keycloak keycloak;

    private final String own = address();
    private final String colleague = address();
    private UUID member;

    @BeforeEach
    void a_member_has_a_colleague() {
        member = UUID.fromString(Desk.apply());
        decided(() -> logins.enable(member, own, "Works"));
        UserRepresentation user = new UserRepresentation();
        user.setUsername(colleague);
        user.setEmail(colleague);
        user.setFirstName("Asha");
        user.setEnabled(true);
        user.setAttributes(ColleagueAccounts.attributes(member));
        user.setGroups(List.of("/producers"));
        users().create(user).close();
    }

    @Test
    void colleagues_are_disabled_with_their_member_and_enabled_with_it() {
        decided(() -> logins.disable(member, own, "Works"));
        assertThat(account(colleague).isEnabled()).isFalse();
        assertThat(account(own).isEnabled()).isFalse();

        decided(() -> logins.enable(member, own, "Works"));
        assertThat(account(colleague).isEnabled()).isTrue();
        assertThat(account(own).isEnabled()).isTrue();
    }

    @Test
    void colleagues_of_other_members_are_left_alone() {
        UUID another = UUID.fromString(Desk.apply());
        String address = address();
        decided(() -> logins.enable(another, address, "Other works"));

        decided(() -> logins.disable(another, address, "Other works"));

        assertThat(account(colleague).isEnabled()).isTrue();
    }

    @Test
    void a_member_that_goes_by_another_address_leaves_its_colleagues_as_they_are() {
        UserRepresentation before = account(colleague);
        before.setEnabled(false);
        users().get(before.getId()).update(before);

        decided(() -> logins.rename(member, address(), "Other works"));

        UserRepresentation after = account(colleague);
        assertThat(after.isEnabled()).as("an administrator has disabled it").isFalse();
        assertThat(after.getFirstName()).isEqualTo("Asha");
        assertThat(ColleagueAccounts.isOf(after, member)).isTrue();
    }

    @Test
    void nothing_is_left_of_colleagues_when_their_member_is_erased() {
        decided(() -> logins.erase(member));

        assertThat(users().searchByUsername(colleague, true)).isEmpty();
        assertThat(users().searchByUsername(own, true)).isEmpty();
    }

    @Test
    void the_account_of_a_colleague_never_becomes_a_members_own() {
        String subject = account(colleague).getId();
        UUID heir = UUID.fromString(Desk.apply());

        decided(() -> logins.enable(heir, colleague, "Heir"));
        assertThat(ColleagueAccounts.isOf(account(colleague), member))
                .as("it can sign in, and stays what it is")
                .isTrue();

        decided(() -> logins.disable(member, own, "Works"));
        decided(() -> logins.enable(heir, colleague, "Heir"));
        UserRepresentation fresh = account(colleague);
        assertThat(fresh.getId()).as("of a former member it is deleted").isNotEqualTo(subject);
        assertThat(ColleagueAccounts.isMarked(fresh)).isFalse();
        assertThat(fresh.getAttributes()).containsEntry("member_id", List.of(heir.toString()));
    }

    private void decided(Runnable decision) {
        QuarkusTransaction.requiringNew().run(decision);
        synchronizeLogins.run();
    }

    private static String address() {
        return "p-" + UUID.randomUUID() + "@works.example";
    }

    private UserRepresentation account(String name) {
        UserRepresentation found = users().searchByUsername(name, true).getFirst();
        return users().get(found.getId()).toRepresentation();
    }

    private UsersResource users() {
        return keycloak.realm("parasol").users();
    }
}
