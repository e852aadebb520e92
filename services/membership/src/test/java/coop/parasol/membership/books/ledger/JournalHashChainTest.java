package coop.parasol.membership.books.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.Impersonation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A member's part of the books leads to any head that the member has kept. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class JournalHashChainTest {

    static final String OLGA = "0198c000-0000-7000-8000-0000000000e8";
    private static final int LATER = 24;

    @Inject
    Session database;

    @Inject
    Journal journal;

    @Inject
    ShareCount shareCount;

    @Test
    void a_members_proof_passes_through_the_kept_head_that_it_names() {
        NavigableMap<Integer, String> heads = keptHeads();
        int head = heads.lastKey();

        Impersonation.as("olga", Map.of("member_id", OLGA), Set.of("producer"), () -> {
            passesThroughEach(heads, head);
            return null;
        });
    }

    private static void passesThroughEach(NavigableMap<Integer, String> heads, int head) {
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
            assertThat(leadsTo(part, kept)).as("entry " + kept).isEqualTo(heads.get(kept));
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

    /** What the treasurer keeps of the books while the firm goes on posting entries. */
    private NavigableMap<Integer, String> keptHeads() {
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
        NavigableMap<Integer, String> heads = new TreeMap<>();
        books.<Map<String, Object>>getList("links")
                .forEach(link -> heads.put((Integer) link.get("previous"), String.valueOf(link.get("previousDigest"))));
        heads.put(books.getInt("head.entry"), books.getString("head.digest"));
        return heads;
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
