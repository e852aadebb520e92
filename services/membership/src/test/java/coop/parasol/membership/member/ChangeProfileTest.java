package coop.parasol.membership.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import coop.parasol.contracts.MembershipEvent.BankAccountChanged;
import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What a member changes of what the firm knows about it, and what the others may see. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class ChangeProfileTest {

    private static final String OWN = "0198c000-0000-7000-8000-0000000000f1";
    private static final String MOVING = "0198c000-0000-7000-8000-0000000000f7";

    @Inject
    Events events;

    @Inject
    Session database;

    @Test
    @TestSecurity(
            user = "own",
            roles = {"producer", "registrar"})
    @OidcSecurity(claims = @Claim(key = "member_id", value = MOVING))
    void a_member_that_moves_says_in_which_town_it_is_now_and_nothing_else_of_its_address() {
        sql(
                "insert into member (id, name, registration_number, kind, email, state, buy_in_due, applied_at, admitted_at, version)"
                        + " values ('" + MOVING
                        + "', 'Moving', 'REG-MOVING', 'BOTH', 'moving@example.org', 'ADMITTED', 100000, now(),"
                        + " now(), 0) on conflict do nothing");
        String old = "Moradabad " + UUID.randomUUID();
        String town = "Jaipur " + UUID.randomUUID();

        move(MOVING, "1 Mill Lane", old).then().statusCode(200).body("address.city", equalTo(old));
        move(MOVING, "7 Canal Road", " " + old + " ").then().statusCode(200);
        move(MOVING, "2 Fort Street", town).then().statusCode(200).body("address.city", equalTo(town));
        move(Desk.apply(), "2 Fort Street", "Jaipur").then().statusCode(403);

        MemberMoved last =
                events.await(MemberMoved.class, event -> event.place().equals(town));
        assertThat(events.all(MemberMoved.class, event -> List.of(old, town).contains(event.place())))
                .allMatch(event -> event.memberId().toString().equals(MOVING))
                .extracting(MemberMoved::place)
                .containsExactly(old, town);
        assertThat(last.toString()).doesNotContain("Fort Street");
        sql("update member set state = 'REFUSED', refusal_reason = 'x' where id = '" + MOVING + "'");
    }

    private static Response move(String member, String street, String city) {
        return given().header("If-Match", "*")
                .contentType("application/json")
                .body("{\"street\": \"" + street + "\", \"city\": \"" + city + "\", \"country\": \"IN\"}")
                .put("/members/" + member + "/address");
    }

    @Test
    @TestSecurity(
            user = "own",
            roles = {"producer", "registrar", "treasurer"})
    @OidcSecurity(claims = @Claim(key = "member_id", value = OWN))
    void a_member_changes_its_own_account_and_the_change_is_recorded_and_told() {
        sql("insert into member (id, name, registration_number, kind, email, state, applied_at, version) values ('"
                + OWN + "', 'Own', 'REG-OWN', 'BOTH', 'own@example.org', 'APPLIED', now(), 0) on conflict do nothing");
        String path = "/members/" + OWN + "/bank-account";
        String etag = given().get("/members/" + OWN).header("ETag");

        put(path, etag, "GB82WEST12345698765432").then().statusCode(200);
        put(path, etag, "DE89370400440532013000").then().statusCode(412);
        put(path, "*", "DE89370400440532013000").then().statusCode(200).body("iban", equalTo("DE89370400440532013000"));
        put(path, "*", "DE89370400440532013001").then().statusCode(422);
        put("/members/" + Desk.apply() + "/bank-account", "*", "DE89370400440532013000")
                .then()
                .statusCode(403);

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(
                                        "select count(*) from bank_account_change where changed_by = 'own' and member_id = '"
                                                + OWN + "'",
                                        Long.class)
                                .getSingleResult()))
                .isEqualTo(2);
        assertThat(events.all(
                        BankAccountChanged.class,
                        event -> event.memberId().toString().equals(OWN)))
                .hasSize(2)
                .allMatch(event -> !event.toString().contains("DE89"));
    }

    @Test
    @TestSecurity(user = "own", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = "0198c000-0000-7000-8000-0000000000f2"))
    void the_register_is_open_to_active_members_and_shows_nobodys_bank_account() {
        sql(
                "insert into member (id, name, registration_number, kind, email, state, applied_at, version) values"
                        + " ('0198c000-0000-7000-8000-0000000000f2', 'Own', 'REG-OWN2', 'BOTH', 'own2@example.org', 'APPLIED', now(), 0)");
        given().get("/share-register").then().statusCode(403).body("code", equalTo("not-active"));
        sql("update member set state = 'ACTIVE', buy_in_due = 1, admitted_at = now(), share_issued_at = now()"
                + " where id = '0198c000-0000-7000-8000-0000000000f2'");

        given().get("/share-register").then().statusCode(200).body(not(containsString("iban")));
        sql("update member set state = 'REFUSED', refusal_reason = 'x', share_issued_at = null"
                + " where id = '0198c000-0000-7000-8000-0000000000f2'");
    }

    private static Response put(String path, String etag, String iban) {
        return given().header("If-Match", etag)
                .contentType("application/json")
                .body("{\"iban\": \"" + iban + "\"}")
                .put(path);
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }
}
