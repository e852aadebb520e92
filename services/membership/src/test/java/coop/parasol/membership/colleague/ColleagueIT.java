package coop.parasol.membership.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.membership.login.SynchronizeLogins;
import coop.parasol.messaging.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.GroupRepresentation;

/** A member invites colleagues and takes their accounts away, with tokens of the real Keycloak. */
@QuarkusTest
class ColleagueIT {

    @Inject
    SynchronizeLogins synchronizeLogins;

    @Inject
    Keycloak keycloak;

    private ColleagueFirm firm() {
        return new ColleagueFirm(keycloak, synchronizeLogins::run);
    }

    @Test
    void a_colleague_gets_a_marked_account_of_the_member_and_signs_in() {
        ColleagueFirm firm = firm();
        String email = ColleagueFirm.address();

        firm.invite(email.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(201)
                .body("userName", equalTo(email))
                .body("name", equalTo("Asha Rao"))
                .body("access", equalTo("NOT_SIGNED_IN"))
                .body("language", equalTo("GUJARATI"))
                // the realm of these tests has no mail server
                .body("mailedAt", nullValue());

        assertThat(firm.account(email).toRepresentation().getAttributes())
                .containsEntry("member_id", List.of(firm.member))
                .containsEntry("member_colleague", List.of("true"))
                .containsEntry("locale", List.of("gu"));
        assertThat(firm.account(email).groups())
                .extracting(GroupRepresentation::getPath)
                .containsExactly("/producers");
        firm.choosePassword(email);
        String subject = firm.account(email).toRepresentation().getId();
        ColleagueFirm.person(email)
                .get(firm.people())
                .then()
                .statusCode(200)
                .body("items.access", contains("OWN_PASSWORD"))
                .body("items.subject", contains(subject));
        ColleagueFirm.desk("rekha").get(firm.people()).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void a_colleague_decides_nothing_that_binds_the_member() {
        ColleagueFirm firm = firm();
        String email = ColleagueFirm.address();
        String account = firm.invited(email);
        firm.choosePassword(email);
        RequestSpecification colleague = ColleagueFirm.person(email).header("If-Match", "*");

        String self = "/members/" + firm.member;
        refused(colleague, "PUT", self + "/bank-account", "{\"iban\": \"DE89370400440532013000\"}");
        refused(colleague, "PUT", self + "/email", "{\"email\": \"thief@works.example\"}");
        refused(colleague, "PUT", self + "/name", "{\"name\": \"Ours\"}");
        refused(colleague, "PUT", self + "/address", "{}");
        refused(colleague, "POST", "/exits", "{}");
        refused(colleague, "POST", "/proposals", "{}");
        refused(colleague, "POST", firm.people(), "{\"email\": \"thief@works.example\", \"name\": \"Thief\"}");
        refused(colleague, "DELETE", firm.people() + "/" + account, "");

        firm.own()
                .header("If-Match", "*")
                .body("{\"iban\": \"DE89370400440532013000\"}")
                .put(self + "/bank-account")
                .then()
                .statusCode(200);
        ColleagueFirm.person(email)
                .get(self)
                .then()
                .statusCode(200)
                .body("iban", equalTo("DE89370400440532013000"))
                .body("email", equalTo(firm.email));
    }

    private static void refused(RequestSpecification colleague, String method, String path, String body) {
        RequestSpecification call = body.isEmpty() ? colleague : colleague.body(body);
        call.request(method, path).then().statusCode(403).body("code", equalTo("own-account-only"));
    }

    @Test
    void an_address_is_of_one_person() {
        ColleagueFirm firm = firm();
        ColleagueFirm another = firm();
        String email = ColleagueFirm.address();
        firm.invited(email);

        firm.invite(email).then().statusCode(409).body("code", equalTo("colleague-already"));
        firm.invite(firm.email).then().statusCode(409).body("code", equalTo("own-address"));
        firm.invite(another.email).then().statusCode(409).body("code", equalTo("email-in-use"));
        another.invite(email).then().statusCode(409).body("code", equalTo("email-in-use"));
        firm.invite("rekha@parasol.example").then().statusCode(409).body("code", equalTo("email-in-use"));
        another.own()
                .header("If-Match", "*")
                .body("{\"email\": \"%s\"}".formatted(email))
                .put("/members/" + another.member + "/email")
                .then()
                .statusCode(409)
                .body("code", equalTo("colleague-address"));
        another.own().get(firm.people()).then().statusCode(403).body("code", equalTo("not-yours"));
        assertThat(firm.account(email).toRepresentation().getAttributes())
                .containsEntry("member_id", List.of(firm.member));
    }

    @Test
    void a_password_is_issued_until_the_person_has_chosen_one_and_never_after_it() {
        ColleagueFirm firm = firm();
        String email = ColleagueFirm.address();
        String account = firm.people() + "/" + firm.invited(email);
        firm.own()
                .body("{}")
                .post(account + "/invitation")
                .then()
                .statusCode(409)
                .body("code", equalTo("mail-not-sent"));
        String password = firm.own()
                .post(account + "/one-time-password")
                .then()
                .statusCode(200)
                .body("userName", equalTo(email))
                .extract()
                .path("password");
        assertThat(ColleagueFirm.signIn(email, password).asString()).contains("Account is not fully set up");

        firm.choosePassword(email);

        firm.own()
                .post(account + "/one-time-password")
                .then()
                .statusCode(409)
                .body("code", equalTo("person-signed-in"));
        firm.own()
                .body("{}")
                .post(account + "/invitation")
                .then()
                .statusCode(409)
                .body("code", equalTo("person-signed-in"));
    }

    @Test
    void who_is_removed_signs_in_no_more_and_when_it_was_is_kept() {
        ColleagueFirm firm = firm();
        String email = ColleagueFirm.address();
        String account = firm.people() + "/" + firm.invited(email);
        firm.choosePassword(email);
        String token = ColleagueFirm.token(email, ColleagueFirm.PASSWORD);
        String subject = firm.account(email).toRepresentation().getId();

        firm.own().delete(account).then().statusCode(200).body("access", equalTo("REMOVED"));

        assertThat(firm.accounts(email)).isEmpty();
        assertThat(ColleagueFirm.signIn(email, ColleagueFirm.PASSWORD).statusCode())
                .isNotEqualTo(200);
        // by a token that is good for some minutes more
        ColleagueFirm.as(token)
                .header("If-Match", "*")
                .body("{\"iban\": \"DE89370400440532013000\"}")
                .put("/members/" + firm.member + "/bank-account")
                .then()
                .statusCode(403);
        firm.own().delete(account).then().statusCode(409).body("code", equalTo("already-removed"));
        firm.own()
                .get(firm.people())
                .then()
                .body("items.subject", contains(subject))
                .body("items[0].userName", nullValue())
                .body("items[0].removedBy", notNullValue())
                .body("items[0].removedAt", notNullValue());
        firm.invited(email);
        assertThat(firm.account(email).toRepresentation().getId())
                .as("another account")
                .isNotEqualTo(subject);
        firm.own().get(firm.people()).then().body("items.access", contains("NOT_SIGNED_IN", "REMOVED"));
    }

    @Test
    void a_member_has_twenty_colleagues_at_most() {
        ColleagueFirm firm = firm();
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, 20).forEach(i -> colleague(firm)));

        firm.invite(ColleagueFirm.address()).then().statusCode(409).body("code", equalTo("too-many-colleagues"));
    }

    /** An account that Keycloak has forgotten. */
    private static void colleague(ColleagueFirm firm) {
        Colleague one = new Colleague();
        one.id = Ids.next();
        one.memberId = firm.id();
        one.subject = UUID.randomUUID();
        one.invitedBy = "test";
        one.invitedAt = Instant.now();
        one.persist();
    }
}
