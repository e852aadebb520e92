package coop.parasol.membership.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.bylaws.BylawsInForce;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.membership.bylaws.rules.Bylaws.OutOfBounds;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A proposed change of bylaws: new values of single bylaws, on top of those that are in force when the members have accepted them. */
@ApplicationScoped
class ChangeBylaws {

    private static final String VERSION = "version";

    private final BylawsInForce bylawsInForce;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final Duration minVotingPeriod;

    ChangeBylaws(
            BylawsInForce bylawsInForce,
            FirmClock clock,
            FirmCurrency currency,
            ObjectMapper json,
            Outbox outbox,
            @ConfigProperty(name = "parasol.membership.min-voting-period") Duration minVotingPeriod) {
        this.bylawsInForce = bylawsInForce;
        this.clock = clock;
        this.currency = currency;
        this.json = json;
        this.outbox = outbox;
        this.minVotingPeriod = minVotingPeriod;
    }

    sealed interface Check permits Acceptable, Refused {}

    /** @param changes as JSON, to be stored with the proposal */
    record Acceptable(String changes) implements Check {}

    record Refused(Refusal reason) implements Check {}

    /** Whether these bylaws exist and may have these values; otherwise the refusal names the field. */
    Check check(Map<String, Object> changes) {
        Bylaws now = bylawsInForce.now();
        if (changes.isEmpty()) {
            return refused("changes", "nothing-changed", "Name a bylaw and its new value.");
        }
        ObjectNode known = json.valueToTree(now);
        for (String name : changes.keySet()) {
            if (name.equals(VERSION) || !known.has(name)) {
                return refused("changes", "unknown-bylaw", "There is no such bylaw; GET /bylaws lists them.");
            }
        }
        ObjectNode tree = json.valueToTree(changes);
        for (Map.Entry<String, JsonNode> change : tree.properties()) {
            if (isMalformed(now, change)) {
                return refused(
                        "changes." + change.getKey(),
                        "malformed-bylaw",
                        "This is not a value that the bylaw can have; GET /bylaws shows its present one.");
            }
        }
        try {
            Bylaws next = merged(now, tree);
            next.requireVotingPeriod(minVotingPeriod);
            if (!currency.matches(next.parValue())) {
                return refused("changes.parValue", "wrong-currency", "The firm's currency is " + currency.code() + ".");
            }
        } catch (OutOfBounds e) {
            return refused("changes." + e.field(), "out-of-bounds", String.valueOf(e.getMessage()));
        }
        return new Acceptable(tree.toString());
    }

    private static Check refused(String field, String code, String detail) {
        return new Refused(new Refusal.InvalidField(field, code, detail));
    }

    /** A value that is only out of bounds may be within them together with the other changes. */
    private boolean isMalformed(Bylaws now, Map.Entry<String, JsonNode> change) {
        try {
            merged(now, json.createObjectNode().set(change.getKey(), change.getValue()));
            return false;
        } catch (OutOfBounds e) {
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /**
     * Puts an accepted change into force.
     *
     * @return why these bylaws cannot be: another change that was accepted meanwhile does not go with this one
     */
    Optional<String> enact(Proposal proposal, Cause cause) {
        ObjectNode changes = tree(Objects.requireNonNull(proposal.changes));
        Bylaws before = bylawsInForce.now();
        Bylaws next;
        try {
            next = merged(before, changes);
        } catch (OutOfBounds e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        bylawsInForce.enact(next, proposal.id);
        Map<String, String> values = new TreeMap<>();
        changes.properties().forEach(change -> values.put(change.getKey(), text(change.getValue())));
        outbox.append(new BylawsChanged(next.version(), proposal.id, clock.now(), values), cause);
        return Optional.empty();
    }

    private Bylaws merged(Bylaws before, ObjectNode changes) {
        ObjectNode tree = json.valueToTree(before);
        tree.setAll(changes);
        tree.put(VERSION, before.version() + 1);
        try {
            return json.treeToValue(tree, Bylaws.class);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof OutOfBounds bounds ? bounds : new IllegalArgumentException(e);
        }
    }

    private ObjectNode tree(String changes) {
        try {
            return (ObjectNode) json.readTree(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable changes of bylaws: " + changes, e);
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
