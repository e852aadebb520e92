package coop.parasol.membership.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.Desk;
import coop.parasol.membership.staff.DecideStaffProposal.Actor;
import coop.parasol.membership.staff.rules.GrantRules.Reason;
import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.MailLanguage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Two persons give rights at the firm, and one takes them away, at the real Keycloak. */
@QuarkusTest
@TestSecurity(user = "rekha", roles = "registrar")
class StaffAccountIT {

    private static final Actor RADHA = new Actor("radha", true);

    @Inject
    DecideStaffProposal decideStaffProposal;

    @Inject
    ManageStaffAccount manageStaffAccount;

    @Inject
    Keycloak keycloak;

    @Test
    void an_account_is_made_when_a_second_person_agrees_and_has_exactly_the_rights() {
        String email = email();
        String proposal = proposed(email, "\"TREASURER\", \"LOGISTICS_DESK\"");
        approve(proposal).then().statusCode(403).body("code", equalTo("same-person"));
        assertThat(users(email)).as("made before anybody agreed").isEmpty();

        DecideStaffProposal.Approved approved = approvedBy(RADHA, proposal);

        assertThat(groups(email)).containsExactlyInAnyOrder("/treasurers", "/logistics-desk");
        assertThat(approved.account().subject.toString())
                .isEqualTo(users(email).getFirst().getId());
        given().get("/staff-accounts?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].email", equalTo(email))
                .body("items[0].roles", equalTo(List.of("TREASURER", "LOGISTICS_DESK")))
                .body("items[0].proposedBy", equalTo("rekha"))
                .body("items[0].approvedBy", equalTo("radha"))
                .body("items[0].removedBy", nullValue());
        // the realm of these tests has no mail server
        Desk.post("/staff-accounts/" + approved.account().id + "/invitation", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("invitation-not-sent"));
        approve(proposal).then().statusCode(409).body("code", equalTo("already-decided"));
    }

    @Test
    void the_same_address_again_has_other_rights_and_no_more_of_the_old() {
        String email = email();
        StaffAccount first = approvedBy(RADHA, proposed(email, "\"REGISTRAR\"")).account();

        StaffAccount second = approvedBy(RADHA, proposed(email, "\"PRICING_DESK\", \"TREASURER\""))
                .account();

        assertThat(second.id).isEqualTo(first.id);
        assertThat(second.subject).isEqualTo(first.subject);
        assertThat(groups(email)).containsExactlyInAnyOrder("/pricing-desk", "/treasurers");
    }

    @Test
    void an_account_that_was_deleted_at_keycloak_is_made_anew() {
        String email = email();
        StaffAccount first = approvedBy(RADHA, proposed(email, "\"REGISTRAR\"")).account();
        keycloak.realm("parasol").users().delete(first.subject.toString()).close();

        StaffAccount second =
                approvedBy(RADHA, proposed(email, "\"TREASURER\"")).account();

        assertThat(second.id).isEqualTo(first.id);
        assertThat(second.subject.toString()).isEqualTo(users(email).getFirst().getId());
        assertThat(groups(email)).containsExactly("/treasurers");
    }

    @Test
    void nobody_proposes_or_approves_rights_of_its_own() {
        String email = email();
        Actor itself = new Actor(
                approvedBy(RADHA, proposed(email, "\"REGISTRAR\""))
                        .account()
                        .subject
                        .toString(),
                true);

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> decideStaffProposal.propose(
                                new DecideStaffProposal.Rights(
                                        email,
                                        "Asha",
                                        Set.of(StaffRole.REGISTRAR, StaffRole.TREASURER),
                                        null,
                                        MailLanguage.HINDI),
                                itself)))
                .isEqualTo(new DecideStaffProposal.Refused(StaffRefusals.of(Reason.NOT_FOR_YOURSELF)));
        String more = proposed(email, "\"REGISTRAR\", \"TREASURER\"");
        assertThat(decided(itself, more))
                .isEqualTo(new DecideStaffProposal.Refused(StaffRefusals.of(Reason.NOT_FOR_YOURSELF)));
        assertThat(groups(email)).containsExactly("/registrars");
    }

    @Test
    void an_account_is_taken_away_by_one_person_and_decides_nothing_any_more() {
        String email = email();
        StaffAccount account =
                approvedBy(RADHA, proposed(email, "\"REGISTRAR\"")).account();
        String waiting = proposed(email(), "\"TREASURER\"");

        Desk.post("/staff-accounts/" + account.id + "/removal", "")
                .then()
                .statusCode(200)
                .body("removedBy", equalTo("rekha"));

        assertThat(users(email)).isEmpty();
        Desk.post("/staff-accounts/" + account.id + "/removal", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-removed"));
        assertThat(decided(new Actor(account.subject.toString(), true), waiting))
                .as("by a token that is good for some minutes more")
                .isEqualTo(new DecideStaffProposal.Refused(StaffRefusals.accountRemoved()));
        StaffAccount again = approvedBy(RADHA, proposed(email, "\"TREASURER\"")).account();
        assertThat(again.subject).as("another account").isNotEqualTo(account.subject);
    }

    @Test
    void the_last_registrar_stays() {
        for (StaffAccount other : QuarkusTransaction.requiringNew().call(StaffAccountIT::registrars)) {
            assertThat(removed(other, RADHA)).isInstanceOf(ManageStaffAccount.Done.class);
        }
        StaffAccount first =
                approvedBy(RADHA, proposed(email(), "\"REGISTRAR\"")).account();
        StaffAccount last =
                approvedBy(RADHA, proposed(email(), "\"REGISTRAR\"")).account();

        assertThat(removed(first, itself(first))).isInstanceOf(ManageStaffAccount.Done.class);
        assertThat(removed(last, itself(last)))
                .isEqualTo(new ManageStaffAccount.Refused(StaffRefusals.of(Reason.LAST_REGISTRAR)));
        assertThat(removed(last, itself(first)))
                .as("by one who was removed meanwhile")
                .isEqualTo(new ManageStaffAccount.Refused(StaffRefusals.accountRemoved()));
        assertThat(users(last.email)).hasSize(1);
    }

    @Test
    void an_account_of_a_producer_becomes_no_desk() {
        String email = email();
        UserRepresentation producer = new UserRepresentation();
        producer.setUsername(email);
        producer.setEmail(email);
        producer.setEnabled(true);
        producer.setGroups(List.of("/producers"));
        keycloak.realm("parasol").users().create(producer).close();

        assertThat(decided(RADHA, proposed(email, "\"TREASURER\"")))
                .isInstanceOfSatisfying(
                        DecideStaffProposal.Refused.class,
                        refused -> assertThat(refused.reason().toString()).contains("account-taken"));
        assertThat(groups(email)).containsExactly("/producers");
    }

    @Test
    @TestSecurity(user = "quentin", roles = "quality-desk")
    void the_quality_desk_proposes_auditors_and_takes_away_no_others() {
        String auditor = UUID.randomUUID().toString();
        String email = email();
        propose(email, "\"AUDITOR\"", null).then().statusCode(422).body("code", equalTo("auditor-number-missing"));
        propose(email, "\"TREASURER\"", null).then().statusCode(403).body("code", equalTo("auditors-only"));
        propose(email, "\"AUDITOR\", \"QUALITY_DESK\"", auditor).then().statusCode(422);
        String proposal = propose(email, "\"AUDITOR\"", auditor)
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
        approve(proposal).then().statusCode(403);

        StaffAccount account = approvedBy(RADHA, proposal).account();
        assertThat(full(email).getAttributes()).containsEntry("auditor_id", List.of(auditor));
        assertThat(groups(email)).containsExactly("/auditors");
        Desk.post("/staff-accounts/" + account.id + "/removal", "").then().statusCode(200);
        assertThat(users(email)).isEmpty();
    }

    private static List<StaffAccount> registrars() {
        return StaffAccount.<StaffAccount>list("removedAt is null").stream()
                .filter(account -> account.roles.contains("REGISTRAR"))
                .toList();
    }

    private static Actor itself(StaffAccount account) {
        return new Actor(account.subject.toString(), true);
    }

    private ManageStaffAccount.Outcome removed(StaffAccount account, Actor by) {
        return QuarkusTransaction.requiringNew().call(() -> manageStaffAccount.remove(account.id, by));
    }

    private static String email() {
        return "desk-" + UUID.randomUUID() + "@firm.example";
    }

    private static String proposed(String email, String roles) {
        return propose(email, roles, null).then().statusCode(201).extract().path("proposalId");
    }

    private static Response propose(String email, String roles, @Nullable String auditor) {
        String number = auditor == null ? "" : ", \"auditorId\": \"" + auditor + '"';
        return Desk.post(
                "/staff-accounts/proposals",
                "{\"email\": \"%s\", \"name\": \"Asha Rao\", \"roles\": [%s], \"language\": \"HINDI\"%s}"
                        .formatted(email, roles, number));
    }

    private static Response approve(String proposal) {
        return Desk.post("/staff-accounts/proposals/" + proposal + "/approval", "");
    }

    private DecideStaffProposal.Outcome decided(Actor by, String proposal) {
        return QuarkusTransaction.requiringNew().call(() -> decideStaffProposal.approve(UUID.fromString(proposal), by));
    }

    private DecideStaffProposal.Approved approvedBy(Actor by, String proposal) {
        return (DecideStaffProposal.Approved) decided(by, proposal);
    }

    private List<UserRepresentation> users(String email) {
        return keycloak.realm("parasol").users().searchByUsername(email, true);
    }

    private UserRepresentation full(String email) {
        return keycloak.realm("parasol")
                .users()
                .get(users(email).getFirst().getId())
                .toRepresentation();
    }

    private List<String> groups(String email) {
        return keycloak.realm("parasol").users().get(users(email).getFirst().getId()).groups().stream()
                .map(GroupRepresentation::getPath)
                .toList();
    }
}
