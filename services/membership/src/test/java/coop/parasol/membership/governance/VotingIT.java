package coop.parasol.membership.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import coop.parasol.contracts.GovernanceEvent.ProposalDecided;
import coop.parasol.contracts.GovernanceEvent.ProposalOpened;
import coop.parasol.membership.Desk;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One active member, one vote; the outcome takes effect by itself. */
@QuarkusTest
@TestSecurity(
        user = "gita",
        roles = {"producer", "registrar", "treasurer"})
@OidcSecurity(claims = @Claim(key = "member_id", value = VotingIT.MEMBER))
class VotingIT {

    static final String MEMBER = "0198c000-0000-7000-8000-0000000000e1";
    private static final String FREE = "{\"kind\": \"FREE_TEXT\", \"title\": \"A picnic\", \"text\": \"In May.\"%s}";

    @Inject
    Assembly assembly;

    @Inject
    AdvanceProposals advanceProposals;

    @Inject
    Events events;

    @Inject
    Session database;

    @Inject
    MovableClock clock;

    /** The test's user speaks for one member; whatever other tests have left, three votes are enough. */
    @BeforeEach
    void a_member_of_a_firm_where_three_votes_are_enough() {
        assembly.whereThreeVotesAreEnough(MEMBER);
    }

    @Test
    void a_vote_is_not_changed_and_two_ballots_of_one_member_at_once_are_one() throws Exception {
        String proposal = Desk.propose(FREE.formatted(""));
        Callable<Integer> yes = () -> Desk.ballot(proposal, "YES").statusCode();
        Callable<Integer> no = () -> Desk.ballot(proposal, "NO").statusCode();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = two.invokeAll(List.of(yes, no));

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
        Desk.ballot(proposal, "ABSTAIN").then().statusCode(409).body("code", equalTo("already-voted"));

        given().get("/proposals/" + proposal).then().body("turnout", equalTo(1)).body("result", nullValue());
    }

    @Test
    void of_a_secret_vote_it_is_known_who_has_voted_and_not_what() {
        String proposal = Desk.propose(FREE.formatted(", \"secret\": true"));
        given().header("Idempotency-Key", proposal)
                .contentType("application/json")
                .body("{\"choice\": \"NO\"}")
                .post("/proposals/" + proposal + "/ballots")
                .then()
                .statusCode(201);
        assembly.vote(proposal, BallotChoice.YES, 2);

        assertThat(number("select count(*) from open_ballot where proposal_id = '" + proposal + "'"))
                .isZero();
        assertThat(number("select count(*) from idempotency_key where idempotency_key = '" + proposal + "'"))
                .isZero();
        assertThat(number("select count(*) from information_schema.columns where table_name = 'turnout' and"
                        + " table_schema = current_schema()"))
                .as("proposal and member, nothing that could be joined or ordered by")
                .isEqualTo(2);
        assembly.close();
        given().get("/proposals/" + proposal + "/ballots")
                .then()
                .body("items", org.hamcrest.Matchers.hasSize(3))
                .body("items.name", org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.not(nullValue())))
                .body("items.choice", equalTo(java.util.Arrays.asList(null, null, null)));
        given().get("/proposals/" + proposal)
                .then()
                .body("result.yes", equalTo(2))
                .body("state", equalTo("CARRIED"));
    }

    @Test
    void a_vote_is_open_from_its_opening_to_its_closing_and_not_otherwise() {
        String proposal = Desk.propose(FREE.formatted(""));
        Instant opened =
                Instant.parse(given().get("/proposals/" + proposal).jsonPath().getString("opensAt"));
        Desk.post("/proposals", FREE.formatted(", \"opensAt\": \"" + opened.plus(Duration.ofDays(91)) + "\""))
                .then()
                .statusCode(422)
                .body("field", equalTo("opensAt"));
        Desk.post("/proposals", FREE.formatted(", \"closesAt\": \"" + opened + "\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("too-soon"));
        String announced = Desk.propose(FREE.formatted(", \"opensAt\": \"" + opened.plus(Duration.ofDays(1)) + "\""));
        Desk.ballot(announced, "YES").then().statusCode(409).body("code", equalTo("not-open"));
        clock.forward(Duration.ofDays(2));
        Desk.ballot(announced, "YES").then().statusCode(201);
        assembly.close();

        Desk.ballot(proposal, "YES").then().statusCode(409).body("code", equalTo("not-open"));
    }

    @Test
    void a_vote_that_is_opened_late_is_open_for_the_whole_voting_period() {
        Instant now = Instant.parse(given().get("/proposals/" + Desk.propose(FREE.formatted("")))
                .jsonPath()
                .getString("opensAt"));
        String late = Desk.propose(FREE.formatted(", \"opensAt\": \"" + now.plus(Duration.ofDays(1)) + "\""));
        clock.forward(Assembly.VOTING_PERIOD.plusDays(30));

        advanceProposals.run();

        given().get("/proposals/" + late).then().body("state", equalTo("OPEN"));
        Instant closes =
                Instant.parse(given().get("/proposals/" + late).jsonPath().getString("closesAt"));
        assertThat(closes)
                .isAfterOrEqualTo(
                        now.plus(Assembly.VOTING_PERIOD.multipliedBy(2)).plus(Duration.ofDays(30)));
        assertThat(events.await(
                                ProposalOpened.class,
                                event -> event.proposalId().toString().equals(late))
                        .closesAt())
                .isEqualTo(closes);
        Desk.ballot(late, "YES").then().statusCode(201);
        assembly.close();
        given().get("/proposals/" + late).then().body("state", equalTo("CARRIED"));
    }

    @Test
    void a_vote_is_closed_once_however_many_instances_run_and_later_if_none_did() throws Exception {
        String proposal = Desk.propose(FREE.formatted(""));
        assembly.vote(proposal, BallotChoice.YES, 1);
        clock.forward(Assembly.VOTING_PERIOD.plusDays(30));
        Callable<Boolean> instance = () -> {
            advanceProposals.run();
            return true;
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> run : two.invokeAll(List.of(instance, instance))) {
                run.get();
            }
        }

        events.await(ProposalDecided.class, event -> proposal.equals(String.valueOf(event.proposalId())));
        assertThat(events.all(ProposalDecided.class, event -> proposal.equals(String.valueOf(event.proposalId()))))
                .hasSize(1);
    }

    @Test
    void only_an_active_member_votes() {
        UUID applicant = UUID.fromString(Desk.apply());
        UUID leaving = UUID.fromString(Desk.join());
        String proposal = Desk.propose(FREE.formatted(""));
        sql("update member set state = 'LEAVING' where id = '" + leaving + "'");

        assertThat(assembly.vote(proposal, BallotChoice.YES, applicant)).isInstanceOf(CastBallot.NotActive.class);
        assertThat(assembly.vote(proposal, BallotChoice.YES, leaving)).isInstanceOf(CastBallot.NotActive.class);
        sql("update member set state = 'ACTIVE' where id = '" + leaving + "'");
        assertThat(assembly.vote(proposal, BallotChoice.YES, leaving)).isInstanceOf(CastBallot.Counted.class);
    }

    @Test
    void a_member_that_is_expelled_by_vote_is_settled_like_one_that_leaves() {
        UUID expelled = UUID.fromString(Desk.join());
        String proposal = Desk.propose(
                "{\"kind\": \"EXPULSION\", \"title\": \"It has sold under its own name\", \"subjectId\": \"" + expelled
                        + "\"}");
        Desk.ballot(proposal, "YES").then().statusCode(201);
        assembly.vote(proposal, BallotChoice.YES, 2);

        assembly.close();

        given().get("/proposals/" + proposal)
                .then()
                .body("state", equalTo("CARRIED"))
                .body("withoutEffectBecause", nullValue());
        given().get("/members/" + expelled).then().body("state", equalTo("EXPELLED"));
        assertThat(number("select count(*) from exit_case where member_id = '" + expelled + "'"))
                .isEqualTo(1);
        assertThat(Desk.check().getBoolean("onePerMember")).isTrue();
    }

    @Test
    void a_proposal_is_withdrawn_until_somebody_has_voted() {
        String withdrawn = Desk.propose(FREE.formatted(""));
        given().header("If-Match", "*")
                .delete("/proposals/" + withdrawn)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        Desk.ballot(withdrawn, "YES").then().statusCode(409);

        String voted = Desk.propose(FREE.formatted(""));
        Desk.ballot(voted, "YES").then().statusCode(201);
        given().header("If-Match", "*")
                .delete("/proposals/" + voted)
                .then()
                .statusCode(409)
                .body("code", equalTo("voted-on"));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }

    private long number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(query, Long.class).getSingleResult());
    }
}
