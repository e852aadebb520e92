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
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The bylaws as they are now, and as they were. A version is never changed: the next one supersedes it. */
@ApplicationScoped
public class BylawsInForce {

    private static final int BEFORE_ANY_DECISION = 1;

    private final FoundingBylaws founding;
    private final FirmClock clock;
    private final ObjectMapper json;
    private final Session database;
    private final Outbox outbox;

    BylawsInForce(FoundingBylaws founding, FirmClock clock, ObjectMapper json, Session database, Outbox outbox) {
        this.founding = founding;
        this.clock = clock;
        this.json = json;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * A version and where it comes from.
     *
     * @param decidedBy the proposal that the members have accepted; absent for the bylaws of the founding
     */
    public record Version(
            int version, Instant effectiveFrom, @Nullable UUID decidedBy, Bylaws bylaws) {}

    /** On the first start of a firm; later ones change nothing. */
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

    public Bylaws now() {
        return read("select version, effective_from, decided_by, cast(parameters as text) from bylaws"
                        + " order by version desc limit 1")
                .getFirst()
                .bylaws();
    }

    /** The version that some decision names. */
    public Optional<Version> version(int version) {
        return read("select version, effective_from, decided_by, cast(parameters as text) from bylaws where version = "
                        + version)
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<Version> versions(int before, int fetch) {
        return read("select version, effective_from, decided_by, cast(parameters as text) from bylaws where version < "
                + before + " order by version desc limit " + fetch);
    }

    /**
     * The bylaws are these from now on.
     *
     * @param next follows on the version in force; two that follow on the same one are refused by the database
     * @param proposal by which the members have decided it
     */
    public void enact(Bylaws next, UUID proposal) {
        if (insert(next, proposal) == 0) {
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

    private int insert(Bylaws bylaws, @Nullable UUID proposal) {
        return database.createNativeMutationQuery("""
                        insert into bylaws (version, effective_from, decided_by, parameters)
                        values (?1, ?2, cast(?3 as uuid), cast(?4 as jsonb)) on conflict (version) do nothing
                        """)
                .setParameter(1, bylaws.version())
                .setParameter(2, clock.now())
                .setParameter(3, proposal == null ? null : proposal.toString(), String.class)
                .setParameter(4, text(bylaws))
                .executeUpdate();
    }

    private List<Version> read(String query) {
        return database.createNativeQuery(query, Object[].class).getResultList().stream()
                .map(row -> new Version((int) row[0], (Instant) row[1], (UUID) row[2], bylaws((String) row[3])))
                .toList();
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
            throw new IllegalStateException("bylaws that nobody can read: " + text, e);
        }
    }
}
