package coop.parasol.quality.certificate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What anybody may call without an account. */
@QuarkusTest
class AnonymousAccessTest {

    @Test
    void anyone_may_verify_certificates_and_decide_nothing() {
        given().get("/certificates/0000-0000-0000-0000-0000")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("OKP"))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].alg", equalTo("EdDSA"))
                .body("keys[0]", not(hasKey("d")));
        given().get("/certificates").then().statusCode(401);
        given().get("/certificates/0000-0000-0000-0000-0000/labels").then().statusCode(401);
        given().post("/signing-keys").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/recalls")
                .then()
                .statusCode(401);
    }
}
