package coop.parasol.membership.governance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Members that vote, for tests whose own user is one person. */
@ApplicationScoped
public class Assembly {

    private static final int NOT_FOUND = 404;

    static final Duration VOTING_PERIOD = Duration.ofDays(7);

    private final CastBallot castBallot;
    private final AdvanceProposals advanceProposals;
    private final BylawsInForce bylawsInForce;
    private final MovableClock clock;
    private final FirmClock firmClock;
    private final ObjectMapper json;
    private final Jdbi jdbi;

    Assembly(
            CastBallot castBallot,
            AdvanceProposals advanceProposals,
            BylawsInForce bylawsInForce,
            MovableClock clock,
            FirmClock firmClock,
            ObjectMapper json,
            Jdbi jdbi) {
        this.castBallot = castBallot;
        this.advanceProposals = advanceProposals;
        this.bylawsInForce = bylawsInForce;
        this.clock = clock;
        this.firmClock = firmClock;
        this.json = json;
        this.jdbi = jdbi;
    }

    /** Changes bylaws at once, without a vote. */
    public void bylaws(Map<String, Object> changes) {
        QuarkusTransaction.requiringNew().run(() -> {
            ObjectNode next = json.valueToTree(bylawsInForce.now());
            next.setAll((ObjectNode) json.valueToTree(changes));
            next.put("version", next.path("version").asInt() + 1);
            bylawsInForce.enact(json.convertValue(next, Bylaws.class), UUID.randomUUID());
        });
    }

    /** Makes sure that there is a member of this id, for whom the test's user speaks. */
    private void member(String id) {
        if (RestAssured.given().get("/members/" + id).statusCode() != NOT_FOUND) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute(
                        "insert into member (id, name, registration_number, kind, email, state, applied_at, version)"
                                + " values (cast(? as uuid), 'Voter', 'REG-' || ?, 'BOTH', ? || '@example.org', 'APPLIED', now(), 0)",
                        id,
                        id,
                        id)));
        Desk.post("/members/" + id + "/admission", "{}").then().statusCode(200);
        Desk.buyIn(id, Desk.due(id)).then().statusCode(200);
    }

    /** A firm of six members at least, one of them the member for whom the test's user speaks, in which three votes decide. */
    void whereThreeVotesAreEnough(String member) {
        member(member);
        bylaws(Map.of("quorum", 1));
        gather(6);
    }

    /** Makes sure that at least so many members hold a share now, before a vote opens. */
    public void gather(int members) {
        for (int missing = members - eligible(firmClock.now(), null).size(); missing > 0; missing--) {
            Desk.join();
        }
    }

    /** Members that held their share when the vote opened and have not voted yet vote, so many of them. */
    public void vote(String proposal, BallotChoice choice, int members) {
        UUID id = UUID.fromString(proposal);
        Instant opensAt = QuarkusTransaction.requiringNew()
                .call(() -> Proposal.<Proposal>findByIdOptional(id).orElseThrow().opensAt);
        List<UUID> voters = eligible(opensAt, id);
        if (voters.size() < members) {
            throw new IllegalStateException(voters.size() + " members may vote; gather them before the vote opens");
        }
        voters.stream().limit(members).forEach(voter -> {
            CastBallot.Outcome outcome = vote(proposal, choice, voter);
            if (!(outcome instanceof CastBallot.Counted)) {
                throw new IllegalStateException(outcome.toString());
            }
        });
    }

    /** Whoever has joined by {@link Desk#join}; the members that tests speak for have ids of their own and vote themselves. */
    private List<UUID> eligible(Instant moment, @Nullable UUID proposal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        select id from member
                         where state = 'ACTIVE' and share_issued_at <= :moment and cast(id as text) not like '0198c000-%'
                           and not exists (select from turnout where proposal_id = :proposal and member_id = id)
                         order by share_issued_at desc, id
                        """)
                        .bind("moment", moment)
                        .bindByType("proposal", proposal, UUID.class)
                        .mapTo(UUID.class)
                        .list()));
    }

    CastBallot.Outcome vote(String proposal, BallotChoice choice, UUID member) {
        return QuarkusTransaction.requiringNew().call(() -> castBallot.cast(UUID.fromString(proposal), member, choice));
    }

    /** Time passes until votes that are open now are over, and are counted. */
    public void close() {
        clock.forward(VOTING_PERIOD.plusMinutes(1));
        advanceProposals.run();
    }
}
