package coop.parasol.membership.governance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.membership.Desk;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.governance.rules.BallotChoice;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Members that vote, for tests whose own user is one person. */
@ApplicationScoped
public class Assembly {

    static final Duration VOTING_PERIOD = Duration.ofDays(7);

    private final CastBallot castBallot;
    private final AdvanceProposals advanceProposals;
    private final BylawsInForce bylawsInForce;
    private final MovableClock clock;
    private final ObjectMapper json;

    Assembly(
            CastBallot castBallot,
            AdvanceProposals advanceProposals,
            BylawsInForce bylawsInForce,
            MovableClock clock,
            ObjectMapper json) {
        this.castBallot = castBallot;
        this.advanceProposals = advanceProposals;
        this.bylawsInForce = bylawsInForce;
        this.clock = clock;
        this.json = json;
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

    /** New members, each of which votes. */
    public void vote(String proposal, BallotChoice choice, int members) {
        for (int i = 0; i < members; i++) {
            vote(proposal, choice, UUID.fromString(Desk.join()));
        }
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
