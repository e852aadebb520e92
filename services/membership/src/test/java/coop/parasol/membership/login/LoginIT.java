package coop.parasol.membership.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Membership makes the producer's account at the real Keycloak on admission, and disables it on exit. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class LoginIT {

    @Inject
    SynchronizeLogins synchronizeLogins;

    @Inject
    Logins logins;

    @Inject
    Keycloak keycloak;

    @Test
    void an_account_is_made_with_the_share_and_disabled_with_the_exit() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        String member = Desk.apply("REG-" + email, email).jsonPath().getString("memberId");
        Desk.post("/members/" + member + "/admission", "{}");
        Desk.post("/members/" + member + "/account/one-time-password", "{}")
                .then()
                .statusCode(409);
        synchronizeLogins.run();
        assertThat(users(email)).isEmpty();

        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        synchronizeLogins.run();
        synchronizeLogins.run();
        UserRepresentation user = users(email).getFirst();

        assertThat(user.isEnabled()).isTrue();
        assertThat(full(user).getAttributes()).containsEntry("member_id", List.of(member));
        assertThat(keycloak.realm("parasol").users().get(user.getId()).groups())
                .as("whose members have the role of a producer")
                .extracting(GroupRepresentation::getPath)
                .containsExactly("/producers");
        Desk.post("/members/" + member + "/account/one-time-password", "{}")
                .then()
                .statusCode(200)
                .body("userName", equalTo(email));

        QuarkusTransaction.requiringNew().run(() -> logins.disable(UUID.fromString(member), email, "Works"));
        synchronizeLogins.run();

        assertThat(users(email).getFirst().isEnabled()).isFalse();
    }

    @Test
    void a_desk_gives_a_password_until_the_first_sign_in_and_never_after_it() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        String member = Desk.apply("REG-" + email, email).jsonPath().getString("memberId");
        Desk.post("/members/" + member + "/admission", "{}");
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        synchronizeLogins.run();
        String path = "/members/" + member + "/account/one-time-password";
        Desk.post(path, "{}").then().statusCode(200);
        Desk.post(path, "{}").then().statusCode(200);

        choosePassword(email);

        Desk.post(path, "{}").then().statusCode(409).body("code", equalTo("already-signed-in"));
        Desk.post("/members/" + member + "/account/invitation", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-signed-in"));
    }

    @Test
    void an_account_is_in_the_language_in_which_its_member_has_applied() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        String member = Desk.post(
                        "/applications",
                        "{\"name\": \"Works\", \"registrationNumber\": \"%s\", \"kind\": \"BOTH\", \"email\": \"%s\", \"language\": \"GUJARATI\"}"
                                .formatted(email, email))
                .then()
                .statusCode(201)
                .body("language", equalTo("GUJARATI"))
                .extract()
                .path("memberId");
        Desk.post("/members/" + member + "/admission", "{}");
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        synchronizeLogins.run();

        assertThat(full(users(email).getFirst()).getAttributes())
                .containsEntry("locale", List.of("gu"))
                .containsEntry("member_id", List.of(member));

        Desk.post("/members/" + member + "/account/invitation", "{}").then().statusCode(409);
        assertThat(full(users(email).getFirst()).getAttributes())
                .as("nobody has chosen another")
                .containsEntry("locale", List.of("gu"));
    }

    @Test
    void an_invitation_that_cannot_be_mailed_is_refused_and_the_member_still_gets_a_password_by_hand() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        String member = Desk.apply("REG-" + email, email).jsonPath().getString("memberId");
        String account = "/members/" + member + "/account/";
        Desk.post(account + "invitation", "{}").then().statusCode(409);
        Desk.post("/members/" + member + "/admission", "{}");
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        synchronizeLogins.run();

        // the realm of these tests has no mail server
        Desk.post(account + "invitation", "{\"language\": \"GUJARATI\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("mail-not-sent"));
        assertThat(full(users(email).getFirst()).getAttributes())
                .containsEntry("locale", List.of("gu"))
                .containsEntry("member_id", List.of(member));
        Desk.post(account + "one-time-password", "{}").then().statusCode(200);
    }

    @Test
    void the_language_of_an_account_outlives_a_new_name_of_its_owner() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        UUID member = UUID.fromString(Desk.apply());
        QuarkusTransaction.requiringNew().run(() -> logins.enable(member, email, "Works"));
        synchronizeLogins.run();
        Desk.post("/members/" + member + "/account/invitation", "{\"language\": \"JAPANESE\"}");

        QuarkusTransaction.requiringNew().run(() -> logins.rename(member, email, "Other works"));
        synchronizeLogins.run();

        assertThat(full(users(email).getFirst()).getAttributes()).containsEntry("locale", List.of("ja"));
    }

    @Test
    void a_member_never_takes_the_account_of_another_that_can_sign_in() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        UUID first = UUID.fromString(Desk.apply());
        UUID second = UUID.fromString(Desk.apply());
        QuarkusTransaction.requiringNew().run(() -> logins.enable(first, email, "First"));
        synchronizeLogins.run();
        QuarkusTransaction.requiringNew().run(() -> logins.enable(second, email, "Second"));
        synchronizeLogins.run();

        assertThat(full(users(email).getFirst()).getAttributes()).containsEntry("member_id", List.of(first.toString()));
        QuarkusTransaction.requiringNew().run(() -> logins.disable(second, email, "Second"));
        synchronizeLogins.run();
    }

    @Test
    void the_account_of_a_former_member_goes_to_the_next_with_its_address_without_its_password() {
        String email = "p-" + UUID.randomUUID() + "@example.org";
        UUID first = UUID.fromString(Desk.apply());
        UUID second = UUID.fromString(Desk.apply());
        QuarkusTransaction.requiringNew().run(() -> logins.enable(first, email, "First"));
        synchronizeLogins.run();
        choosePassword(email);
        assertThat(SignIn.withPassword(email, "chosen by the member")).isEqualTo(200);
        QuarkusTransaction.requiringNew().run(() -> logins.disable(first, email, "First"));
        synchronizeLogins.run();

        QuarkusTransaction.requiringNew().run(() -> logins.enable(second, email, "Second"));
        synchronizeLogins.run();

        UserRepresentation user = full(users(email).getFirst());
        assertThat(user.isEnabled()).isTrue();
        assertThat(user.getAttributes()).containsEntry("member_id", List.of(second.toString()));
        assertThat(keycloak.realm("parasol").users().get(user.getId()).credentials())
                .isEmpty();
        assertThat(SignIn.withPassword(email, "chosen by the member")).isNotEqualTo(200);
        Desk.post("/members/" + second + "/account/one-time-password", "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void an_account_of_the_desks_is_never_touched_nor_seen() {
        UUID member = UUID.fromString(Desk.apply());
        QuarkusTransaction.requiringNew().run(() -> logins.enable(member, "rekha", "Rekha"));
        synchronizeLogins.run();

        assertThat(users("rekha")).isEmpty();
        assertThat(SignIn.withPassword("rekha", "rekha-demo")).isEqualTo(200);
        QuarkusTransaction.requiringNew().run(() -> logins.disable(member, "rekha", "Rekha"));
        synchronizeLogins.run();
        assertThat(SignIn.withPassword("rekha", "rekha-demo")).isEqualTo(200);
    }

    /** As the member does at its first sign-in. */
    private void choosePassword(String email) {
        CredentialRepresentation own = new CredentialRepresentation();
        own.setType(CredentialRepresentation.PASSWORD);
        own.setValue("chosen by the member");
        own.setTemporary(false);
        UserResource account =
                keycloak.realm("parasol").users().get(users(email).getFirst().getId());
        account.resetPassword(own);
        UserRepresentation signedIn = account.toRepresentation();
        signedIn.setRequiredActions(List.of());
        account.update(signedIn);
    }

    private List<UserRepresentation> users(String name) {
        return keycloak.realm("parasol").users().searchByUsername(name, true);
    }

    private UserRepresentation full(UserRepresentation user) {
        return keycloak.realm("parasol").users().get(user.getId()).toRepresentation();
    }
}
