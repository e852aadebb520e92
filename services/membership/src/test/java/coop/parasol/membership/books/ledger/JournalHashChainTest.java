package coop.parasol.membership.books.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A member's part of the books leads to any head that the member has kept. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class JournalHashChainTest {

    static final String OLGA = "0198c000-0000-7000-8000-0000000000e8";
    private static final int LATER = 24;
    private static final Map<Integer, String> HEADS = new HashMap<>();
    private static int head;

    @Inject
    Session database;

    @Inject
    Journal journal;

    @Inject
    ShareCount shareCount;

    @Test
    @Order(1)
    void heads_are_kept_while_the_firm_posts_entries() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(
                                "insert into member (id, name, registration_number, kind, email, state, applied_at, version)"
                                        + " values ('" + OLGA
                                        + "', 'Olga', 'REG-O', 'BOTH', 'o@example.org', 'APPLIED', now(), 0)")
                        .executeUpdate());
        Desk.post("/members/" + OLGA + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(OLGA, Desk.due(OLGA)).then().statusCode(200);
        for (int i = 0; i < LATER; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> journal.post(
                            new Entry.Builder()
                                    .debit(Account.BANK, 5)
                                    .credit(Account.OTHER_INCOME, 5)
                                    .build("Test", UUID.randomUUID(), null, null),
                            Cause.of("test")));
        }
        JsonPath books = given().get("/ledger/proof").jsonPath();
        head = books.getInt("head.entry");
        books.<Map<String, Object>>getList("links")
                .forEach(link -> HEADS.put((Integer) link.get("previous"), String.valueOf(link.get("previousDigest"))));
        HEADS.put(head, books.getString("head.digest"));
    }

    @Test
    @Order(2)
    @TestSecurity(user = "olga", roles = "producer")
    @OidcSecurity(claims = @Claim(key = "member_id", value = OLGA))
    void a_members_proof_passes_through_the_kept_head_that_it_names() {
        List<Integer> without = given().get("/ledger/proof").jsonPath().getList("links.entry");
        assertThat(head - without.getFirst()).isEqualTo(LATER);
        assertThat(without).hasSizeLessThan(LATER);
        for (int kept = Math.max(1, head - 2 * LATER); kept <= head; kept++) {
            JsonPath part = given().get("/ledger/proof?kept=" + kept)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(part.<Integer>getList("links.entry")).contains(kept).containsAll(without);
            assertThat(leadsTo(part, kept)).as("entry " + kept).isEqualTo(HEADS.get(kept));
            assertThat(part.<Integer>getList("links.findAll { it.header != null }.entry"))
                    .containsExactly(head - LATER);
        }
        given().get("/ledger/proof?kept=" + (head + 1_000_000_000L))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-such-entry"))
                .body("field", equalTo("kept"));
        given().get("/ledger/proof?kept=0").then().statusCode(422);
    }

    @Test
    @Order(3)
    void the_ledger_check_waits_for_no_lock_and_holds_none() {
        RestAssuredConfig impatient = RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 20_000));
        int status = QuarkusTransaction.requiringNew().call(() -> {
            shareCount.lock();
            return given().config(impatient)
                    .contentType("application/json")
                    .body("{}")
                    .post("/ledger/check")
                    .statusCode();
        });
        assertThat(status).isEqualTo(200);
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(given().get("/ledger/check").jsonPath().getString("checkedAt"))
                .as("what was found last")
                .isNotEmpty();
    }

    /** What a later link of the part, or its head, holds of the entry. */
    private static String leadsTo(JsonPath part, int entry) {
        if (part.getInt("head.entry") == entry) {
            return part.getString("head.digest");
        }
        return part.<Map<String, Object>>getList("links").stream()
                .flatMap(link -> Stream.of("previous", "skip")
                        .filter(which -> Objects.equals(link.get(which), entry))
                        .map(which -> String.valueOf(link.get(which + "Digest"))))
                .findFirst()
                .orElse("nothing leads to it");
    }
}
