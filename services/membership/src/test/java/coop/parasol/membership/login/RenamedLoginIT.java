package coop.parasol.membership.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A member's name and e-mail address change, on a real Keycloak: its account goes by the new ones and keeps its password. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class RenamedLoginIT {

    @Inject
    SynchronizeLogins synchronizeLogins;

    @Inject
    Logins logins;

    @Inject
    Keycloak keycloak;

    @Inject
    Events events;

    @Test
    void an_account_goes_by_the_new_address_keeps_its_password_and_the_old_address_is_free() {
        String old = address();
        String member = joined(old);
        synchronizeLogins.run();
        String id = account(old).getFirst().getId();
        Desk.post("/members/" + member + "/account/one-time-password", "{}")
                .then()
                .statusCode(200);
        long passwordSetAt = passwordSetAt(id);
        String fresh = address();

        change(member, "email", fresh.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("email", equalTo(fresh));
        synchronizeLogins.run();

        assertThat(account(old)).isEmpty();
        UserRepresentation renamed = account(fresh).getFirst();
        assertThat(renamed.getId()).isEqualTo(id);
        assertThat(renamed.getEmail()).isEqualTo(fresh);
        assertThat(passwordSetAt(id)).isEqualTo(passwordSetAt);
        ownPassword(id);
        assertThat(SignIn.withPassword(fresh, "chosen by the member")).isEqualTo(200);
        assertThat(SignIn.withPassword(old, "chosen by the member")).isNotEqualTo(200);
        Desk.post("/members/" + member + "/account/one-time-password", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-signed-in"));
        String heir = joined(old);
        synchronizeLogins.run();
        assertThat(account(old).getFirst().getId()).isNotEqualTo(id);
        assertThat(heir).isNotEqualTo(member);
        Response changes = given().get("/members/" + member + "/identity-changes");
        changes.then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].what", equalTo("EMAIL"))
                .body("items[0].valueBefore", equalTo(old))
                .body("items[0].valueAfter", equalTo(fresh))
                .body("items[0].changedBy", equalTo("rekha"));
    }

    @Test
    void an_account_whose_new_name_is_refused_is_disabled_and_erased_by_the_name_that_it_has() {
        String old = address();
        UUID member = UUID.fromString(joined(old));
        String others = address();
        joined(others);
        synchronizeLogins.run();
        String id = account(old).getFirst().getId();
        String othersId = account(others).getFirst().getId();
        inTransaction(() -> logins.rename(member, others, "Kiln"));
        synchronizeLogins.run();

        inTransaction(() -> logins.disable(member, others, "Kiln"));
        synchronizeLogins.run();

        UserRepresentation refused = account(old).getFirst();
        assertThat(refused.getId()).isEqualTo(id);
        assertThat(refused.isEnabled()).isFalse();
        assertThat(QuarkusTransaction.requiringNew().call(() -> logins.userName(member)))
                .as("the name that Keycloak knows")
                .contains(old);
        inTransaction(() -> logins.erase(member));
        synchronizeLogins.run();
        assertThat(account(old)).isEmpty();
        assertThat(account(others).getFirst().getId()).isEqualTo(othersId);
        assertThat(account(others).getFirst().isEnabled()).isTrue();
    }

    @Test
    void an_account_whose_new_name_is_a_desks_is_disabled_all_the_same() {
        String old = address();
        UUID member = UUID.fromString(joined(old));
        synchronizeLogins.run();
        inTransaction(() -> logins.rename(member, "rekha", "Kiln"));
        inTransaction(() -> logins.disable(member, "rekha", "Kiln"));

        synchronizeLogins.run();

        assertThat(account(old).getFirst().isEnabled()).isFalse();
        inTransaction(() -> logins.erase(member));
        synchronizeLogins.run();
        assertThat(account(old)).isEmpty();
    }

    @Test
    void no_registrar_changes_the_address_of_a_member_that_has_a_password_of_its_own() {
        String email = address();
        String member = joined(email);
        synchronizeLogins.run();
        ownPassword(account(email).getFirst().getId());

        change(member, "email", address()).then().statusCode(409).body("code", equalTo("already-signed-in"));
        synchronizeLogins.run();

        assertThat(SignIn.withPassword(email, "chosen by the member")).isEqualTo(200);
        given().get("/members/" + member + "/identity-changes").then().body("items.size()", equalTo(0));
    }

    @Test
    void an_address_of_another_member_is_refused_and_of_two_that_want_one_at_once_only_one_gets_it() throws Exception {
        String taken = address();
        String first = joined(taken);
        String second = joined(address());
        change(second, "email", taken).then().statusCode(409).body("code", equalTo("email-taken"));
        change(first, "email", taken).then().statusCode(200);
        String freed = address();
        String third = joined(freed);
        synchronizeLogins.run();
        change(third, "email", address()).then().statusCode(200);
        change(second, "email", freed).then().statusCode(409).body("code", equalTo("email-taken"));
        synchronizeLogins.run();
        change(second, "email", freed).then().statusCode(200);
        String wanted = address();
        List<Callable<Integer>> both = List.of(
                () -> change(first, "email", wanted).statusCode(),
                () -> change(second, "email", wanted).statusCode());
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> answer : two.invokeAll(both)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_new_name_of_a_firm_is_told_without_its_address_and_shown_everywhere() {
        String email = address();
        String member = joined(email);
        synchronizeLogins.run();
        String name = "Kiln and Sons " + UUID.randomUUID();

        change(member, "name", name).then().statusCode(200).body("name", equalTo(name));
        change(member, "name", name).then().statusCode(200);
        synchronizeLogins.run();

        MemberRenamed told = events.await(
                MemberRenamed.class, event -> event.memberId().toString().equals(member));
        assertThat(told.name()).isEqualTo(name);
        assertThat(told.toString()).doesNotContain(email);
        assertThat(events.all(
                        MemberRenamed.class,
                        event -> event.memberId().toString().equals(member)))
                .as("the same name again changes nothing")
                .hasSize(1);
        assertThat(account(email).getFirst().getFirstName()).isEqualTo(name);
        given().get("/members/" + member + "/identity-changes").then().body("items.what", equalTo(List.of("NAME")));
    }

    @Test
    void a_change_needs_the_version_and_a_real_value() {
        String member = joined(address());
        given().contentType("application/json")
                .body("{\"name\": \"New\"}")
                .put("/members/" + member + "/name")
                .then()
                .statusCode(428);
        change(member, "name", " ").then().statusCode(422);
        change(member, "email", "no address").then().statusCode(422);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static String address() {
        return "p-" + UUID.randomUUID() + "@example.org";
    }

    private static String joined(String email) {
        String member = Desk.apply("REG-" + UUID.randomUUID(), email).jsonPath().getString("memberId");
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        return member;
    }

    private static Response change(String member, String what, String value) {
        return given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"%s\": \"%s\"}".formatted(what, value))
                .put("/members/" + member + "/" + what);
    }

    private List<UserRepresentation> account(String email) {
        return keycloak.realm("parasol").users().searchByUsername(email, true);
    }

    /** In milliseconds of the Unix epoch. */
    private long passwordSetAt(String id) {
        return keycloak.realm("parasol")
                .users()
                .get(id)
                .credentials()
                .getFirst()
                .getCreatedDate();
    }

    private void ownPassword(String id) {
        CredentialRepresentation own = new CredentialRepresentation();
        own.setType(CredentialRepresentation.PASSWORD);
        own.setValue("chosen by the member");
        own.setTemporary(false);
        keycloak.realm("parasol").users().get(id).resetPassword(own);
        UserRepresentation signedIn = keycloak.realm("parasol").users().get(id).toRepresentation();
        signedIn.setRequiredActions(List.of());
        keycloak.realm("parasol").users().get(id).update(signedIn);
    }
}
