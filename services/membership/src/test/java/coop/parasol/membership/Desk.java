package coop.parasol.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;

/** What registrar and treasurer do, for tests. */
public final class Desk {

    private Desk() {}

    public static String apply() {
        String tag = UUID.randomUUID().toString();
        return apply("REG-" + tag, tag + "@example.org")
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");
    }

    public static Response apply(String registration, String email) {
        return post(
                "/applications",
                "{\"name\": \"Works\", \"registrationNumber\": \"%s\", \"kind\": \"PRODUCT\", \"email\": \"%s\", \"iban\": \"GB82 WEST 1234 5698 7654 32\"}"
                        .formatted(registration, email));
    }

    /** One that can be paid only when it has named a bank account. */
    public static String applyWithoutAccount() {
        String tag = UUID.randomUUID().toString();
        return post(
                        "/applications",
                        "{\"name\": \"Works\", \"registrationNumber\": \"REG-%s\", \"kind\": \"BOTH\", \"email\": \"%s@example.org\"}"
                                .formatted(tag, tag))
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");
    }

    public static String join() {
        String member = apply();
        post("/members/" + member + "/admission", "{}").then().statusCode(200);
        buyIn(member, due(member)).then().statusCode(200);
        return member;
    }

    public static String due(String member) {
        return given().get("/members/" + member).jsonPath().getString("buyInDue.amount");
    }

    /** Each is a transfer of its own. */
    public static Response buyIn(String member, String amount) {
        return buyIn(member, amount, "UTR-" + UUID.randomUUID());
    }

    public static Response buyIn(String member, String amount, String bankReference) {
        return post(
                "/members/" + member + "/buy-in",
                "{\"amount\": {\"amount\": \"%s\", \"currency\": \"INR\"}, \"bankReference\": \"%s\"}"
                        .formatted(amount, bankReference));
    }

    public static JsonPath check() {
        return post("/ledger/check", "{}").then().statusCode(200).extract().jsonPath();
    }

    public static void booksHold() {
        booksHold("the books");
    }

    /** Every conservation law of the books, as the service itself recomputes them from every line. */
    public static void booksHold(String where) {
        JsonPath check = check();
        assertThat(check.getBoolean("entriesSumToZero")).as(where).isTrue();
        assertThat(check.getBoolean("netBookValueEquation")).as(where).isTrue();
        assertThat(check.getBoolean("onePerMember")).as(where).isTrue();
    }

    public static JsonPath shareValue() {
        return given().get("/share-value").then().statusCode(200).extract().jsonPath();
    }

    /** Puts a proposal to the vote. */
    public static String propose(String body) {
        return post("/proposals", body).then().statusCode(201).extract().path("proposalId");
    }

    /** The test's user votes. */
    public static Response ballot(String proposal, String choice) {
        return post("/proposals/" + proposal + "/ballots", "{\"choice\": \"" + choice + "\"}");
    }

    public static Response post(String path, String body) {
        return given().header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
