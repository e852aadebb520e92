package coop.parasol.membership.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.membership.Desk;
import coop.parasol.membership.governance.rules.BallotChoice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever votes has held its share since before the vote opened, and holds it at the close. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class VotingRightTest {

    @Inject
    Assembly assembly;

    @Inject
    Session database;

    @BeforeEach
    void a_firm_where_one_vote_is_enough() {
        assembly.bylaws(Map.of("quorum", 1));
    }

    @Test
    void a_share_that_was_issued_after_the_opening_has_no_vote() {
        UUID before = UUID.fromString(Desk.join());
        String proposal = open();
        UUID after = UUID.fromString(Desk.join());

        assertThat(assembly.vote(proposal, BallotChoice.YES, before)).isInstanceOf(CastBallot.Counted.class);
        assertThat(assembly.vote(proposal, BallotChoice.YES, after)).isInstanceOf(CastBallot.ShareTooNew.class);
    }

    @Test
    void the_vote_of_a_member_whose_share_is_cancelled_before_the_close_is_not_counted() {
        UUID stays = UUID.fromString(Desk.join());
        UUID leaves = UUID.fromString(Desk.join());
        String proposal = open();
        assembly.vote(proposal, BallotChoice.NO, stays);
        assembly.vote(proposal, BallotChoice.YES, leaves);
        cancelShare(leaves);

        assembly.close();

        given().get("/proposals/" + proposal)
                .then()
                .body("result.yes", equalTo(0))
                .body("result.no", equalTo(1))
                .body("state", equalTo("REJECTED"));
    }

    private static String open() {
        return Desk.post("/proposals", """
                        {"kind": "ADMISSION", "title": "A new member?", "subjectId": "%s", "secret": false}
                        """.formatted(Desk.apply()))
                .then()
                .statusCode(201)
                .extract()
                .path("proposalId");
    }

    private void cancelShare(UUID member) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String statement : List.of(
                    "update member set state = 'EXPELLED', share_cancelled_at = share_issued_at where id = '%s'",
                    "update share_certificate set cancelled_at = issued_at where member_id = '%s'",
                    "update share_count set shares = shares - 1 where '%s' is not null")) {
                assertThat(database.createNativeMutationQuery(statement.formatted(member))
                                .executeUpdate())
                        .isEqualTo(1);
            }
        });
    }
}
