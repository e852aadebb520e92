package coop.parasol.membership.bylaws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.bylaws.rules.Bylaws;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The bylaws in force, and every version there was. A version is never changed: the next one supersedes it. */
@ApplicationScoped
public class BylawsInForce {

    private static final int BEFORE_ANY_DECISION = 1;
    private static final String SELECT = "select version, effective_from, decided_by, parameters from bylaws";

    private final FoundingBylaws founding;
    private final FirmClock clock;
    private final ObjectMapper json;
    private final Jdbi jdbi;
    private final Outbox outbox;

    BylawsInForce(FoundingBylaws founding, FirmClock clock, ObjectMapper json, Jdbi jdbi, Outbox outbox) {
        this.founding = founding;
        this.clock = clock;
        this.json = json;
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /**
     * A version and where it comes from.
     *
     * @param decidedBy the proposal that the members have accepted; absent for the bylaws of the founding
     */
    public record Version(
            int version, Instant effectiveFrom, @Nullable UUID decidedBy, Bylaws bylaws) {}

    /** Founds the firm's bylaws on its first start; later starts change nothing. */
    void found(@Observes @Priority(BEFORE_ANY_DECISION) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            Bylaws bylaws = founding.read();
            if (insert(bylaws, null) > 0) {
                outbox.append(
                        new BylawsChanged(bylaws.version(), null, clock.now(), texts(json.valueToTree(bylaws))),
                        Cause.of("membership"));
            }
        });
    }

    /** The bylaws of this moment. */
    public Bylaws now() {
        return versions(Integer.MAX_VALUE, 1).getFirst().bylaws();
    }

    /** The version that some decision names. */
    public Optional<Version> version(int version) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where version = :version")
                .bind("version", version)
                .map(this::version)
                .findOne());
    }

    /** Versions before one, newest first. */
    List<Version> versions(int before, int maxRows) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " where version < :before order by version desc limit :maxRows")
                        .bind("before", before)
                        .bind("maxRows", maxRows)
                        .map(this::version)
                        .list());
    }

    /**
     * The bylaws are these from now on.
     *
     * @param next follows on the version in force; two that follow on the same one are refused by the database
     * @param proposalId by which the members have decided it
     */
    public void enact(Bylaws next, UUID proposalId) {
        if (insert(next, proposalId) == 0) {
            throw new IllegalStateException("bylaws " + next.version() + " exist already");
        }
    }

    /** Values as texts: scalars as they are written, amounts of money as JSON. */
    private static Map<String, String> texts(ObjectNode values) {
        Map<String, String> texts = new TreeMap<>();
        values.properties()
                .forEach(value -> texts.put(
                        value.getKey(),
                        value.getValue().isValueNode()
                                ? value.getValue().asText()
                                : value.getValue().toString()));
        return texts;
    }

    private int insert(Bylaws bylaws, @Nullable UUID proposalId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into bylaws (version, effective_from, decided_by, parameters)
                        values (:version, :now, :proposal, cast(:parameters as jsonb)) on conflict (version) do nothing
                        """)
                .bind("version", bylaws.version())
                .bind("now", clock.now())
                .bindByType("proposal", proposalId, UUID.class)
                .bind("parameters", text(bylaws))
                .execute());
    }

    private Version version(RowView row) {
        return new Version(
                row.getColumn("version", Integer.class),
                row.getColumn("effective_from", Instant.class),
                row.getColumn("decided_by", UUID.class),
                bylaws(row.getColumn("parameters", String.class)));
    }

    private String text(Bylaws bylaws) {
        try {
            return json.writeValueAsString(bylaws);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bylaws bylaws(String text) {
        try {
            return json.readValue(text, Bylaws.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable bylaws: " + text, e);
        }
    }
}
