package coop.parasol.membership.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.messaging.Cause;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

    private static final long LOSS = 1_000_000_000_000L;

    @Inject
    Assembly assembly;

    @Inject
    Journal journal;

    private UUID voter;

    @BeforeEach
    void bylaws_that_ask_for_a_vote() {
        voter = UUID.fromString(Desk.join());
        assembly.bylaws(Map.of("admissionByVote", true, "quorum", 1));
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
        assertThat(assembly.vote(proposal, BallotChoice.YES, voter)).isInstanceOf(CastBallot.Counted.class);

        assembly.close();

        given().get("/members/" + firm)
                .then()
                .body("state", equalTo("ADMITTED"))
                .body("bylawsVersion", notNullValue());
        Desk.buyIn(firm, Desk.due(firm)).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void a_firm_that_the_members_reject_is_refused_with_that_reason() {
        String firm = Desk.apply();
        String proposal = ask(firm);
        assertThat(assembly.vote(proposal, BallotChoice.NO, voter)).isInstanceOf(CastBallot.Counted.class);

        assembly.close();

        given().get("/members/" + firm)
                .then()
                .body("state", equalTo("REFUSED"))
                .body("refusalReason", equalTo("The members have not accepted the application."));
        Desk.post("/proposals", body(firm)).then().statusCode(409).body("code", equalTo("not-applied"));
    }

    @Test
    void a_firm_that_too_few_have_voted_on_is_not_refused_and_they_can_be_asked_again() {
        assembly.bylaws(Map.of("admissionByVote", false));
        Desk.join();
        assembly.bylaws(Map.of("admissionByVote", true, "quorum", 10_000));
        String firm = Desk.apply();
        String proposal = ask(firm);
        assertThat(assembly.vote(proposal, BallotChoice.NO, voter)).isInstanceOf(CastBallot.Counted.class);

        assembly.close();

        given().get("/proposals/" + proposal).then().body("state", equalTo("REJECTED"));
        given().get("/members/" + firm).then().body("state", equalTo("APPLIED"));
        assembly.bylaws(Map.of("quorum", 1));
        ask(firm);
    }

    @Test
    void while_a_share_is_worth_nothing_nobody_is_admitted_and_the_vote_is_over_without_effect() {
        String firm = Desk.apply();
        String proposal = ask(firm);
        assertThat(assembly.vote(proposal, BallotChoice.YES, voter)).isInstanceOf(CastBallot.Counted.class);
        lose(LOSS);
        try {
            assembly.close();

            given().get("/proposals/" + proposal)
                    .then()
                    .body("state", equalTo("CARRIED"))
                    .body("withoutEffectBecause", equalTo("A share is worth nothing."));
            given().get("/members/" + firm).then().body("state", equalTo("APPLIED"));
            assembly.bylaws(Map.of("admissionByVote", false));
            Desk.post("/members/" + firm + "/admission", "{}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("share-worthless"));
        } finally {
            lose(-LOSS);
        }
    }

    @Test
    void the_registrar_proposes_nothing_but_admissions() {
        Desk.post("/proposals", "{\"kind\": \"FREE_TEXT\", \"title\": \"x\", \"text\": \"y\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("members-only"));
    }

    /** Beyond reserve and shares. */
    private void lose(long loss) {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.post(
                        new Entry.Builder()
                                .debit(Account.LOSS_CARRIED_FORWARD, loss)
                                .credit(Account.BANK, loss)
                                .build("Loss", UUID.randomUUID(), null, null),
                        Cause.of("history")));
    }

    private static String ask(String firm) {
        return Desk.post("/proposals", body(firm))
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
    }

    private static String body(String firm) {
        return "{\"kind\": \"ADMISSION\", \"title\": \"A new member\", \"subjectId\": \"" + firm + "\"}";
    }
}
