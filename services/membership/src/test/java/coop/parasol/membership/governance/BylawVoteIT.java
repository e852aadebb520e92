package coop.parasol.membership.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.GovernanceEvent.ProposalOpened;
import coop.parasol.membership.Desk;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The members change their bylaws by vote, within bounds; what is carried is in force by itself. */
@QuarkusTest
@TestSecurity(
        user = "gauri",
        roles = {"producer", "registrar", "treasurer"})
@OidcSecurity(claims = @Claim(key = "member_id", value = BylawVoteIT.MEMBER))
class BylawVoteIT {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000e2";

    @Inject
    Assembly assembly;

    @Inject
    Events events;

    @BeforeEach
    void a_member_of_a_firm_where_three_votes_are_enough() {
        assembly.whereThreeVotesAreEnough(MEMBER);
    }

    @Test
    void a_change_of_bylaws_that_is_carried_is_in_force_by_itself_and_names_its_vote() {
        int before = given().get("/bylaws").jsonPath().getInt("version");
        String proposal = Desk.propose("""
            {"kind": "BYLAW_CHANGE", "title": "A shorter notice", "changes": {"noticePeriod": "P30D", "exitInstalments": 4}}\
            """);
        Desk.ballot(proposal, "YES").then().statusCode(201);
        assembly.vote(proposal, BallotChoice.YES, 1);
        assembly.vote(proposal, BallotChoice.NO, 1);
        assertThat(events.await(ProposalOpened.class, event -> proposal.equals(String.valueOf(event.proposalId())))
                        .bylawsVersion())
                .isEqualTo(before);

        assembly.close();

        given().get("/proposals/" + proposal)
                .then()
                .body("state", equalTo("CARRIED"))
                .body("result.yes", equalTo(2))
                .body("result.no", equalTo(1))
                .body("bylawsVersion", equalTo(before));
        given().get("/bylaws")
                .then()
                .body("version", equalTo(before + 1))
                .body("decidedBy", equalTo(proposal))
                .body("bylaws.noticePeriod", equalTo("P30D"))
                .body("bylaws.exitInstalments", equalTo(4));
        assertThat(events.await(BylawsChanged.class, event -> proposal.equals(String.valueOf(event.proposalId())))
                        .changes())
                .containsEntry("noticePeriod", "P30D");
        assembly.bylaws(Map.of("noticePeriod", "P90D", "exitInstalments", 1));
    }

    @Test
    void a_change_of_bylaws_needs_the_larger_majority() {
        int before = given().get("/bylaws").jsonPath().getInt("version");
        String proposal = Desk.propose(
                "{\"kind\": \"BYLAW_CHANGE\", \"title\": \"More in cash\", \"changes\": {\"cashShare\": 5000}}");
        assembly.vote(proposal, BallotChoice.YES, 3);
        assembly.vote(proposal, BallotChoice.NO, 2);

        assembly.close();

        given().get("/proposals/" + proposal).then().body("state", equalTo("REJECTED"));
        given().get("/bylaws").then().body("version", equalTo(before));
    }

    @Test
    void a_quorum_of_nobody_and_a_vote_of_less_than_a_day_are_not_voted_on() {
        for (String changes : List.of("\"quorum\": 0", "\"votingPeriod\": \"PT23H59M\"")) {
            given().contentType("application/json")
                    .body("{\"kind\": \"BYLAW_CHANGE\", \"title\": \"x\", \"changes\": {" + changes + "}}")
                    .post("/proposals")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("out-of-bounds"));
        }
    }

    @Test
    void bylaws_out_of_bounds_are_not_voted_on() {
        given().contentType("application/json")
                .body("{\"kind\": \"BYLAW_CHANGE\", \"title\": \"x\", \"changes\": {\"cashShare\": 1999}}")
                .post("/proposals")
                .then()
                .statusCode(422)
                .body("field", equalTo("changes.cashShare"))
                .body("code", equalTo("out-of-bounds"));
        for (String changes : List.of(
                "{\"no-such\": 1}",
                "{\"version\": 9}",
                "{}",
                "{\"quorum\": \"many\"}",
                "{\"parValue\": 5}",
                "{\"noticePeriod\": \"soon\"}")) {
            Desk.post("/proposals", "{\"kind\": \"BYLAW_CHANGE\", \"title\": \"x\", \"changes\": " + changes + "}")
                    .then()
                    .statusCode(422);
        }
    }
}
