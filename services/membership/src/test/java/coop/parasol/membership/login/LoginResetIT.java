package coop.parasol.membership.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.MembershipEvent.LoginReset;
import coop.parasol.membership.Desk;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A member that has lost its password gets a new one by two persons, at the real Keycloak, and everybody sees it. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class LoginResetIT {

    private static final String OWN = "chosen by the member";

    @Inject
    SynchronizeLogins synchronizeLogins;

    @Inject
    DecideLoginReset decideLoginReset;

    @Inject
    Keycloak keycloak;

    @Inject
    Events events;

    private String email;
    private UUID member;
    private String resets;

    @BeforeEach
    void a_member_that_has_signed_in() {
        email = "p-" + UUID.randomUUID() + "@example.org";
        member = UUID.fromString(Desk.apply("REG-" + email, email).jsonPath().getString("memberId"));
        resets = "/members/" + member + "/account/resets";
        Desk.post("/members/" + member + "/admission", "{}");
        Desk.buyIn(member.toString(), Desk.due(member.toString())).then().statusCode(200);
        synchronizeLogins.run();
        chooseOwnPassword();
    }

    @Test
    void a_password_is_reset_by_two_persons_of_whom_neither_knows_it() {
        String reset = propose();
        Desk.post(resets + "/" + reset + "/approval", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("same-person"));
        assertThat(SignIn.withPassword(email, OWN))
                .as("until then nothing has changed")
                .isEqualTo(200);

        approveAs("radha", reset);

        assertThat(SignIn.isWrong(email, OWN)).isTrue();
        String first = Desk.post(resets + "/" + reset + "/password-part", "")
                .then()
                .statusCode(200)
                .body("userName", equalTo(email))
                .body("first", equalTo(true))
                .extract()
                .path("part");
        DecideLoginReset.Part second = (DecideLoginReset.Part) QuarkusTransaction.requiringNew()
                .call(() -> decideLoginReset.takePart(member, UUID.fromString(reset), "radha"));
        assertThat(second.isFirst()).isFalse();
        assertThat(SignIn.isWrong(email, first)).isTrue();
        assertThat(SignIn.isWrong(email, second.text())).isTrue();
        assertThat(SignIn.mustChoosePassword(email, first + second.text())).isTrue();
    }

    @Test
    void each_part_is_shown_once_and_to_its_own_person_alone() {
        String reset = propose();
        Desk.post(resets + "/" + reset + "/password-part", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-show"));
        approveAs("radha", reset);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> decideLoginReset.takePart(member, UUID.fromString(reset), "tara")))
                .isInstanceOf(DecideLoginReset.NoPart.class);
        Desk.post(resets + "/" + reset + "/password-part", "").then().statusCode(200);
        Desk.post(resets + "/" + reset + "/password-part", "").then().statusCode(409);
    }

    @Test
    void a_reset_is_shown_to_the_member_and_told_to_others() {
        given().get("/members/" + member).then().body("loginResetAt", nullValue());
        String reset = propose();
        approveAs("radha", reset);

        given().get("/members/" + member).then().body("loginResetAt", notNullValue());
        given().get(resets)
                .then()
                .statusCode(200)
                .body("items.state", equalTo(List.of("APPROVED")))
                .body("items.proposedBy", equalTo(List.of("rekha")))
                .body("items.decidedBy", equalTo(List.of("radha")))
                .body("items.reason", equalTo(List.of("came with its register's extract")));
        assertThat(events.await(LoginReset.class, event -> event.memberId().equals(member)))
                .isNotNull();
    }

    @Test
    void a_proposal_is_withdrawn_or_replaced_and_decided_once() {
        String first = propose();
        String second = propose();
        Desk.post(resets + "/" + first + "/approval", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-decided"));
        given().delete(resets + "/" + second).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        given().delete(resets + "/" + second).then().statusCode(409);
        assertThat(SignIn.withPassword(email, OWN)).isEqualTo(200);
    }

    @Test
    void after_a_reset_one_person_alone_gives_no_password_and_two_do_so_again() {
        approveAs("radha", propose());

        Desk.post("/members/" + member + "/account/one-time-password", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-signed-in"));
        approveAs("radha", propose());
    }

    @Test
    void a_password_that_has_to_be_changed_is_the_members_own_all_the_same() {
        UserRepresentation user = account().toRepresentation();
        user.setRequiredActions(List.of("UPDATE_PASSWORD"));
        account().update(user);

        Desk.post("/members/" + member + "/account/one-time-password", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-signed-in"));
    }

    @Test
    void who_has_not_signed_in_yet_needs_no_reset_but_a_one_time_password() {
        String unused = Desk.apply("REG-2-" + email, "2-" + email).jsonPath().getString("memberId");
        Desk.post("/members/" + unused + "/admission", "{}");
        Desk.buyIn(unused, Desk.due(unused)).then().statusCode(200);
        synchronizeLogins.run();
        Desk.post("/members/" + unused + "/account/one-time-password", "{}")
                .then()
                .statusCode(200);

        Desk.post("/members/" + unused + "/account/resets", "{\"reason\": \"lost it\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-signed-in-yet"));
        Desk.post("/members/" + UUID.randomUUID() + "/account/resets", "{\"reason\": \"who?\"}")
                .then()
                .statusCode(404);
    }

    private String propose() {
        return Desk.post(resets, "{\"reason\": \"came with its register's extract\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("resetId");
    }

    private void approveAs(String actor, String reset) {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> decideLoginReset.approve(member, UUID.fromString(reset), actor, Cause.of(actor))))
                .isInstanceOf(DecideLoginReset.Done.class);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member).loginResetAt))
                .isNotNull();
    }

    private void chooseOwnPassword() {
        CredentialRepresentation own = new CredentialRepresentation();
        own.setType(CredentialRepresentation.PASSWORD);
        own.setValue(OWN);
        own.setTemporary(false);
        UserResource account = account();
        account.resetPassword(own);
        UserRepresentation signedIn = account.toRepresentation();
        signedIn.setRequiredActions(List.of());
        account.update(signedIn);
    }

    private UserResource account() {
        return keycloak.realm("parasol")
                .users()
                .get(keycloak.realm("parasol")
                        .users()
                        .searchByUsername(email, true)
                        .getFirst()
                        .getId());
    }
}
