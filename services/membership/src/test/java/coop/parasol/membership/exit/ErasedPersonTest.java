package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.membership.Desk;
import coop.parasol.membership.login.SynchronizeLogins;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is personal of somebody who has left is erased from every table; the books stand, and what the law keeps is shown. */
@QuarkusTest
@TestProfile(ErasedPersonTest.Alone.class)
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class ErasedPersonTest {

    private static final int YEARS_KEPT = 8;

    /** A service of its own, for years pass here. */
    public static class Alone implements QuarkusTestProfile {}

    @Inject
    ExitScenario exits;

    @Inject
    RecordTermination recordTermination;

    @Inject
    SynchronizeLogins synchronizeLogins;

    @Inject
    Events events;

    @Inject
    Jdbi jdbi;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Zarina " + tag;
    private final String email = "zarina-" + tag + "@example.org";
    private final String registration = "REG" + tag;
    private final String street = tag + " Lotus Lane";
    private final String note = "her brother vouches, " + tag;
    private final String reason = "I am ill, " + tag;
    private final String accusation = "has sold under its own name, " + tag;
    private final String iban = "GB82WEST12345698765432";

    @Test
    void a_refused_applicant_is_erased_whole_and_at_once() {
        String applicant = apply();
        Desk.post("/members/" + applicant + "/vetting-notes", "{\"note\": \"" + note + "\"}")
                .then()
                .statusCode(201);
        Desk.post("/members/" + applicant + "/erasure", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-left"));
        Desk.post("/members/" + applicant + "/refusal", "{\"reason\": \"too young, " + tag + "\"}")
                .then()
                .statusCode(200);

        Desk.post("/members/" + applicant + "/erasure", "")
                .then()
                .statusCode(200)
                .body("erasedAt", notNullValue())
                .body("kept", equalTo(List.of()))
                .body("keptUntil", nullValue());

        assertThat(tablesWith(email, street, note, registration, "too young, " + tag))
                .isEmpty();
        assertThat(tablesWith(name)).allMatch(ErasedPersonTest::isWhatATopicHas);
        assertThat(events.await(
                                PersonErased.class,
                                event -> event.memberId().toString().equals(applicant))
                        .toString())
                .doesNotContain("arina");
    }

    @Test
    void who_has_left_is_erased_but_for_what_the_law_keeps_and_that_when_its_time_is_over() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        String member = apply();
        Desk.post("/members/" + member + "/vetting-notes", "{\"note\": \"" + note + "\"}");
        proposeToAdmit(member);
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(member, Desk.due(member)).then().statusCode(200);
        UUID exit = exits.request(UUID.fromString(member), reason);
        exits.clear(exit);
        exits.advanceDays(90);
        Desk.post("/members/" + member + "/erasure", "").then().statusCode(409);
        exits.payAllDue();
        assertThat(exits.exit(exit).paidAt).isNotNull();

        given().get("/members/" + member + "/erasure")
                .then()
                .statusCode(200)
                .body("erasedAt", nullValue())
                .body("objection", nullValue())
                .body("kept", hasItem("words of its entries in the books"))
                .body("keptUntil", notNullValue());
        Desk.post("/members/" + member + "/erasure", "").then().statusCode(200);
        synchronizeLogins.run();

        assertThat(tablesWith(email, street, note, reason)).isEmpty();
        given().get("/members/" + member)
                .then()
                .body("name", equalTo(name))
                .body("email", equalTo("erased"))
                .body("iban", nullValue())
                .body("address", nullValue());
        Desk.booksHold();

        exits.advanceClock(366 * (YEARS_KEPT + 1));
        Desk.post("/members/" + member + "/erasure", "").then().statusCode(200).body("kept", equalTo(List.of()));

        assertThat(tablesWith(registration)).isEmpty();
        assertThat(tablesWith(name, accusation, reason)).allMatch(ErasedPersonTest::isWhatATopicHas);
        assertThat(ibansPaidTo(member)).containsOnly("erased");
        Desk.booksHold();
        assertThat(entriesNotAsInTheChain()).isZero();
        everyPageAnswers(member, exit);
        assertThat(events.all(
                        PersonErased.class, event -> event.memberId().toString().equals(member)))
                .hasSize(1);
    }

    @Test
    void of_several_expelled_members_each_is_erased() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        List<UUID> expelled = List.of(exits.join(), exits.join());
        for (UUID member : expelled) {
            ExitScenario.inTransaction(() -> recordTermination.expel(member, UUID.randomUUID(), ExitScenario.CAUSE));
            exits.clear(ExitScenario.inTransaction(() -> ExitCase.findOf(member).orElseThrow().id));
        }
        exits.advanceDays(800);
        exits.payAllDue();

        for (UUID member : expelled) {
            Desk.post("/members/" + member + "/erasure", "").then().statusCode(200);
        }
        exits.advanceClock(366 * (YEARS_KEPT + 1));
        for (UUID member : expelled) {
            Desk.post("/members/" + member + "/erasure", "")
                    .then()
                    .statusCode(200)
                    .body("kept", equalTo(List.of()));
        }
    }

    /** What is erased of a member fails no page that shows the rest. */
    private void everyPageAnswers(String member, UUID exit) {
        String run = jdbi.withHandle(
                handle -> handle.createQuery("select run_id from payable where member_id = :member limit 1")
                        .bind("member", UUID.fromString(member))
                        .mapTo(String.class)
                        .one());
        given().get("/payment-runs/" + run + "/pain.001").then().statusCode(409).body("code", equalTo("payee-erased"));
        for (String page : List.of(
                "/members",
                "/members/" + member + "/vetting-notes",
                "/members/" + member + "/bank-account/proposals",
                "/members/" + member + "/account/resets",
                "/members/" + member + "/equity",
                "/members/" + member + "/statement",
                "/members/" + member + "/buy-in-invoice",
                "/exits",
                "/exits/" + exit,
                "/exits/" + exit + "/timeline",
                "/exits/" + exit + "/statement.pdf",
                "/exits/" + exit + "/recall-charges",
                "/payables",
                "/payment-runs",
                "/payment-runs/" + run,
                "/proposals",
                "/share-register",
                "/ledger/entries",
                "/ledger/manual-entries",
                "/ledger/journal")) {
            assertThat(given().get(page).statusCode()).as(page).isEqualTo(200);
        }
    }

    private String apply() {
        return Desk.post("/applications", """
                        {"name": "%s", "registrationNumber": "%s", "kind": "BOTH", "email": "%s", "iban": "%s",
                         "capabilities": ["weaving %s"],
                         "address": {"street": "%s", "city": "Jaipur", "country": "IN"}}
                        """.formatted(name, registration, email, iban, tag, street))
                .then()
                .statusCode(201)
                .extract()
                .path("memberId");
    }

    /** A vote on its admission is announced, and withdrawn. */
    private void proposeToAdmit(String applicant) {
        String proposal =
                Desk.propose("{\"kind\": \"ADMISSION\", \"title\": \"%s\", \"text\": \"%s\", \"subjectId\": \"%s\"}"
                        .formatted(accusation, accusation, applicant));
        given().header("If-Match", "*").delete("/proposals/" + proposal).then().statusCode(200);
    }

    /** Of a firm its topic has the name, and these tables have what is on the topic. */
    private static boolean isWhatATopicHas(String table) {
        return table.equals("outbox") || table.startsWith("sent_event");
    }

    private long entriesNotAsInTheChain() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from journal_entry e"
                        + " join journal_seal s on s.entry = e.id where s.header is distinct from header_digest(e)")
                .mapTo(Long.class)
                .one());
    }

    private List<String> ibansPaidTo(String member) {
        return jdbi.withHandle(handle -> handle.createQuery("select iban from payable where member_id = :member")
                .bind("member", UUID.fromString(member))
                .mapTo(String.class)
                .list());
    }

    /** The tables in which one of the texts stands, as text or as bytes. */
    private List<String> tablesWith(String... texts) {
        List<String> found = new ArrayList<>();
        jdbi.useHandle(handle -> {
            List<String> tables = handle.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                    .mapTo(String.class)
                    .list();
            for (String table : tables) {
                for (String text : texts) {
                    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
                    boolean stands = handle.createQuery("select exists (select from \"" + table
                                    + "\" t where position(lower(:text) in lower(to_jsonb(t)::text)) > 0"
                                    + " or position(:hex in to_jsonb(t)::text) > 0)")
                            .bind("text", text)
                            .bind("hex", hex)
                            .mapTo(Boolean.class)
                            .one();
                    if (stands) {
                        found.add(table);
                    }
                }
            }
        });
        return found;
    }
}
