package coop.parasol.membership.colleague;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A member whose people sign in at the real Keycloak, and call by tokens that it has issued. */
final class ColleagueFirm {

    static final String PASSWORD = "chosen by the person";
    private static final String KEYCLOAK =
            System.getenv().getOrDefault("PARASOL_TEST_KEYCLOAK", "http://127.0.0.1:8180");

    private final Keycloak keycloak;

    /** By which the member's own account signs in. */
    final String email = address();

    final String member;
    private final Runnable bringLogins;

    /** @param bringLogins brings members' accounts to Keycloak */
    ColleagueFirm(Keycloak keycloak, Runnable bringLogins) {
        this.keycloak = keycloak;
        this.bringLogins = bringLogins;
        member = given().contentType(ContentType.JSON)
                .body(
                        "{\"name\": \"Works\", \"registrationNumber\": \"REG-%s\", \"kind\": \"PRODUCT\", \"email\": \"%s\", \"iban\": \"GB82WEST12345698765432\"}"
                                .formatted(UUID.randomUUID(), email))
                .post("/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");
        desk("rekha")
                .body("{}")
                .post("/members/" + member + "/admission")
                .then()
                .statusCode(200);
        String due = desk("rekha").get("/members/" + member).jsonPath().getString("buyInDue.amount");
        desk("tara")
                .body("{\"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"bankReference\": \"UTR-%s\"}"
                        .formatted(due, UUID.randomUUID()))
                .post("/members/" + member + "/buy-in")
                .then()
                .statusCode(200);
        bringLogins.run();
        choosePassword(email);
    }

    static String address() {
        return "p-" + UUID.randomUUID() + "@works.example";
    }

    UUID id() {
        return UUID.fromString(member);
    }

    String people() {
        return "/members/" + member + "/people";
    }

    void synchronize() {
        bringLogins.run();
    }

    Response invite(String colleague) {
        return own().body(
                        "{\"email\": \"%s\", \"name\": \"Asha Rao\", \"language\": \"GUJARATI\"}".formatted(colleague))
                .post(people());
    }

    /** The id of the account. */
    String invited(String colleague) {
        return invite(colleague).then().statusCode(201).extract().path("accountId");
    }

    /** By the member's own account. */
    RequestSpecification own() {
        return as(token(email, PASSWORD));
    }

    /** By a person of the member who has chosen a password. */
    static RequestSpecification person(String colleague) {
        return as(token(colleague, PASSWORD));
    }

    static RequestSpecification desk(String user) {
        return as(token(user, user + "-demo"));
    }

    static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    static String token(String user, String password) {
        return signIn(user, password).then().statusCode(200).extract().path("access_token");
    }

    static Response signIn(String user, String password) {
        return RestAssured.given()
                .noFilters() // which know the operations of this service alone
                .formParam("client_id", "parasol-cli")
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", password)
                .post(KEYCLOAK + "/realms/parasol/protocol/openid-connect/token");
    }

    /** As a person does by the link of its invitation. */
    void choosePassword(String user) {
        CredentialRepresentation own = new CredentialRepresentation();
        own.setType(CredentialRepresentation.PASSWORD);
        own.setValue(PASSWORD);
        own.setTemporary(false);
        UserResource account = account(user);
        account.resetPassword(own);
        UserRepresentation signedIn = account.toRepresentation();
        signedIn.setRequiredActions(List.of());
        account.update(signedIn);
    }

    UserResource account(String user) {
        return keycloak.realm("parasol").users().get(accounts(user).getFirst().getId());
    }

    List<UserRepresentation> accounts(String user) {
        return keycloak.realm("parasol").users().searchByUsername(user, true);
    }
}
