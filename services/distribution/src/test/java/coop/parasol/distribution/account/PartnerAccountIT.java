package coop.parasol.distribution.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import coop.parasol.distribution.UseCases;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The logistics desk makes accounts for a partner's people at the real Keycloak. */
@QuarkusTest
@TestSecurity(user = "leela", roles = "logistics-desk")
class PartnerAccountIT {

    @Inject
    UseCases useCases;

    @Inject
    Keycloak keycloak;

    @Test
    void a_person_gets_an_account_with_the_role_and_the_id_of_its_partner() {
        UUID partner = useCases.partner("1000.00");
        String email = email();

        make(partner, email, "Asha Rao")
                .then()
                .statusCode(201)
                .body("userName", equalTo(email))
                .body("name", equalTo("Asha Rao"))
                .body("access", equalTo("NOT_SIGNED_IN"));

        UserRepresentation user = user(email);
        assertThat(user.getAttributes()).containsEntry("partner_id", List.of(partner.toString()));
        assertThat(account(email).groups())
                .as("whose members have the role of a partner")
                .extracting(GroupRepresentation::getPath)
                .containsExactly("/partners");
        given().get("/partners/" + partner + "/accounts")
                .then()
                .statusCode(200)
                .body("items.userName", contains(email));
    }

    @Test
    void an_account_is_in_the_language_that_the_desk_has_chosen_for_the_person() {
        UUID partner = useCases.partner("1000.00");
        String email = email();

        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("email", email, "name", "Asha", "language", "CHINESE"))
                .post("/partners/" + partner + "/accounts")
                .then()
                .statusCode(201)
                .body("language", equalTo("CHINESE"));

        assertThat(user(email).getAttributes())
                .containsEntry("locale", List.of("zh-CN"))
                .containsEntry("partner_id", List.of(partner.toString()));
    }

    @Test
    void an_address_is_one_account_however_often_and_in_whatever_letters_it_is_sent() {
        UUID partner = useCases.partner("1000.00");
        String email = email();
        String first = make(partner, email, "Asha").jsonPath().getString("accountId");

        make(partner, email.toUpperCase(Locale.ROOT), "Asha")
                .then()
                .statusCode(200)
                .body("accountId", equalTo(first));

        given().get("/partners/" + partner + "/accounts").then().body("items", hasSize(1));
    }

    @Test
    void an_address_of_another_partner_is_taken() {
        String email = email();
        make(useCases.partner("1000.00"), email, "Asha").then().statusCode(201);

        make(useCases.partner("1000.00"), email, "Asha").then().statusCode(409).body("code", equalTo("address-taken"));
    }

    @Test
    void there_is_no_account_of_a_partner_that_is_not_registered() {
        make(UUID.randomUUID(), email(), "Asha").then().statusCode(404);
        given().get("/partners/" + UUID.randomUUID() + "/accounts").then().statusCode(404);
    }

    @Test
    void a_password_is_given_until_the_person_has_chosen_one_and_never_after_it() {
        UUID partner = useCases.partner("1000.00");
        String email = email();
        String id = make(partner, email, "Asha").jsonPath().getString("accountId");

        issue(partner, id).then().statusCode(200).body("userName", equalTo(email));
        String password = issue(partner, id).jsonPath().getString("password");

        assertThat(password).isNotBlank();
        assertThat(account(email).toRepresentation().getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        choosePassword(email);
        issue(partner, id).then().statusCode(409).body("code", equalTo("already-signed-in"));
        invite(partner, id).then().statusCode(409).body("code", equalTo("already-signed-in"));
        given().get("/partners/" + partner + "/accounts").then().body("items.access", contains("OWN_PASSWORD"));
    }

    @Test
    void no_password_is_given_for_an_account_of_another_partner_or_one_that_is_removed() {
        UUID partner = useCases.partner("1000.00");
        String email = email();
        String id = make(partner, email, "Asha").jsonPath().getString("accountId");

        issue(useCases.partner("1000.00"), id).then().statusCode(404);

        account(email).remove();
        issue(partner, id).then().statusCode(409).body("code", equalTo("account-disabled"));
        given().get("/partners/" + partner + "/accounts")
                .then()
                .body("items.access", contains("DISABLED"))
                .body("items[0].userName", equalTo(null));
    }

    @Test
    void an_invitation_that_cannot_be_mailed_is_refused_and_no_other_partner_can_invite() {
        UUID partner = useCases.partner("1000.00");
        String email = email();
        String id = make(partner, email, "Asha").jsonPath().getString("accountId");

        invite(useCases.partner("1000.00"), id).then().statusCode(404);
        // the realm of these tests has no mail server
        invite(partner, id).then().statusCode(409).body("code", equalTo("mail-not-sent"));
        assertThat(user(email).getAttributes())
                .containsEntry("locale", List.of("zh-CN"))
                .containsEntry("partner_id", List.of(partner.toString()));
        issue(partner, id).then().statusCode(200);
    }

    private static String email() {
        return "buyer-" + UUID.randomUUID() + "@shop.example";
    }

    private static Response make(UUID partner, String email, String name) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("email", email, "name", name))
                .post("/partners/" + partner + "/accounts");
    }

    private static Response issue(UUID partner, String account) {
        return given().post("/partners/" + partner + "/accounts/" + account + "/one-time-password");
    }

    private static Response invite(UUID partner, String account) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("language", "CHINESE"))
                .post("/partners/" + partner + "/accounts/" + account + "/invitation");
    }

    private void choosePassword(String email) {
        CredentialRepresentation own = new CredentialRepresentation();
        own.setType(CredentialRepresentation.PASSWORD);
        own.setValue("a password of her own");
        own.setTemporary(false);
        account(email).resetPassword(own);
    }

    private UserRepresentation user(String email) {
        return account(email).toRepresentation();
    }

    private UserResource account(String email) {
        String id = keycloak.realm("parasol")
                .users()
                .searchByUsername(email, true)
                .getFirst()
                .getId();
        return keycloak.realm("parasol").users().get(id);
    }
}
