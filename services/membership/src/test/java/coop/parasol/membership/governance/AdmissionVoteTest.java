package coop.parasol.membership.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import coop.parasol.membership.Desk;
import coop.parasol.membership.governance.rules.Choice;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the bylaws ask for a vote, the members admit or refuse, and the registrar only asks them. */
@QuarkusTest
@TestSecurity(
        user = "rekha",
        roles = {"registrar", "treasurer"})
class AdmissionVoteTest {

    @Inject
    Assembly assembly;

    private UUID voter;

    @BeforeEach
    void bylaws_that_ask_for_a_vote() {
        voter = UUID.fromString(Desk.join());
        assembly.bylaws(Map.of("admissionByVote", true, "quorum", 0));
    }

    @AfterEach
    void bylaws_that_do_not() {
        assembly.bylaws(Map.of("admissionByVote", false));
    }

    @Test
    void a_firm_that_the_members_accept_is_admitted() {
        String firm = Desk.apply();
        Desk.post("/members/" + firm + "/admission", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("vote-needed"));
        Desk.post("/members/" + firm + "/refusal", "{\"reason\": \"no\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("vote-needed"));
        String proposal = ask(firm);
        Desk.post("/proposals", body(firm)).then().statusCode(409).body("code", equalTo("already-proposed"));
        assertThat(assembly.vote(proposal, Choice.YES, voter)).isInstanceOf(Vote.Counted.class);

        assembly.close();

        given().get("/members/" + firm)
                .then()
                .body("state", equalTo("ADMITTED"))
                .body("bylawsVersion", notNullValue());
        Desk.buyIn(firm, Desk.due(firm)).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void a_firm_that_they_do_not_accept_is_refused_with_that_reason() {
        String firm = Desk.apply();
        String proposal = ask(firm);
        assertThat(assembly.vote(proposal, Choice.NO, voter)).isInstanceOf(Vote.Counted.class);

        assembly.close();

        given().get("/members/" + firm)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("refusalReason", equalTo("The members have not accepted the application."));
        Desk.post("/proposals", body(firm)).then().statusCode(409).body("code", equalTo("not-applied"));
    }

    @Test
    void the_registrar_asks_for_nothing_else() {
        Desk.post("/proposals", "{\"kind\": \"FREE_TEXT\", \"title\": \"x\", \"text\": \"y\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("members-only"));
    }

    private static String ask(String firm) {
        return Desk.post("/proposals", body(firm))
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
    }

    private static String body(String firm) {
        return "{\"kind\": \"ADMISSION\", \"title\": \"A new member\", \"about\": \"" + firm + "\"}";
    }
}
