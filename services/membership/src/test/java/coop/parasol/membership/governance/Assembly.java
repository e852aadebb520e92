package coop.parasol.membership.governance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.membership.Desk;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.governance.rules.Choice;
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

    private final Vote vote;
    private final MoveProposals moveProposals;
    private final BylawsInForce bylawsInForce;
    private final MovableClock clock;
    private final ObjectMapper json;

    Assembly(
            Vote vote,
            MoveProposals moveProposals,
            BylawsInForce bylawsInForce,
            MovableClock clock,
            ObjectMapper json) {
        this.vote = vote;
        this.moveProposals = moveProposals;
        this.bylawsInForce = bylawsInForce;
        this.clock = clock;
        this.json = json;
    }

    /** Other bylaws from now on. */
    public void bylaws(Map<String, Object> changes) {
        QuarkusTransaction.requiringNew().run(() -> {
            ObjectNode next = json.valueToTree(bylawsInForce.now());
            next.setAll((ObjectNode) json.valueToTree(changes));
            next.put("version", next.path("version").asInt() + 1);
            bylawsInForce.enact(json.convertValue(next, Bylaws.class), UUID.randomUUID());
        });
    }

    /** New members, each of which votes. */
    public void vote(String proposal, Choice choice, int members) {
        for (int i = 0; i < members; i++) {
            vote(proposal, choice, UUID.fromString(Desk.join()));
        }
    }

    Vote.Outcome vote(String proposal, Choice choice, UUID member) {
        return QuarkusTransaction.requiringNew()
                .call(() -> vote.vote(Proposal.lock(UUID.fromString(proposal)).orElseThrow(), member, choice));
    }

    /** Time passes until votes that are open now are over, and are counted. */
    public void close() {
        clock.forward(VOTING_PERIOD.plusMinutes(1));
        moveProposals.run();
    }
}
