package coop.parasol.messaging;

import coop.parasol.messaging.ReadModel.Copy;
import coop.parasol.messaging.RebuildAttempt.ReadAgainException;
import coop.parasol.messaging.RebuildAttempt.RebuildRefusedException;
import coop.parasol.messaging.Rebuilds.Request;
import coop.parasol.messaging.TopicReading.RecordsMissingException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the {@link ReadModel}s of this service anew from the topics, beside the running tables and while the service works.
 *
 * <ol>
 *   <li>Topics are read from the start into {@link ShadowTables}, up to where the service has consumed them by its
 *       {@link ConsumerPositions}; what is parked is left out, as it has had no effect yet.
 *   <li>In one transaction that holds all those positions and lets nobody replay a parked event, the last records are read, and the
 *       running tables are made equal to the shadows. So the shadows are taken over at the very positions that they are built to.
 *   <li>Whatever ends it before leaves the running tables as they were. The next instance that finds the request begins again.
 * </ol>
 */
@ApplicationScoped
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtext('parasol rebuild'))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('parasol rebuild'))";

    private final DataSource database;
    private final Transactions transactions;
    private final ConsumerPositions positions;
    private final Rebuilds rebuilds;
    private final KafkaClients kafka;
    private final List<Copy> copies;
    private final Handlers projections;
    private final Set<String> topics;

    private long lastRequest;
    private int attempts;

    @Inject
    Rebuild(
            DataSource database,
            Transactions transactions,
            ConsumerPositions positions,
            Rebuilds rebuilds,
            KafkaClients kafka,
            @All List<ReadModel> readModels,
            @ConfigProperty(name = "parasol.topic-prefix") Optional<String> prefix) {
        this.database = database;
        this.transactions = transactions;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.kafka = kafka;
        this.copies =
                readModels.stream().flatMap(model -> model.copies().stream()).toList();
        this.projections = Handlers.ofReadModels(readModels);
        this.topics =
                projections.topics().stream().map(prefix.orElse("")::concat).collect(Collectors.toSet());
    }

    /** Does what is asked for, unless another instance does it already. */
    void run() {
        Optional<Request> request = rebuilds.open();
        if (request.isEmpty()) {
            return;
        }
        try (Connection guard = database.getConnection()) {
            if (isTrue(guard, TRY_LOCK)) {
                try {
                    // another instance may have done it meanwhile
                    rebuilds.open().ifPresent(this::run);
                } finally {
                    isTrue(guard, UNLOCK);
                }
            }
        } catch (SQLException e) {
            throw new Jdbc.DatabaseException(e);
        }
    }

    private void run(Request request) {
        attempts = request.id() == lastRequest ? attempts + 1 : 1;
        lastRequest = request.id();
        try (Consumer<String, byte[]> consumer = kafka.reader()) {
            if (copies.isEmpty()) {
                throw new RebuildRefusedException("this service has no read models");
            }
            new RebuildAttempt(database, transactions, positions, rebuilds, copies, projections, topics, request)
                    .run(consumer);
        } catch (ReadAgainException e) {
            LOG.infof("The rebuild begins again: %s", e.getMessage());
            if (attempts >= MAX_ATTEMPTS) {
                giveUp(request, e);
            }
        } catch (RebuildRefusedException | RecordsMissingException e) {
            giveUp(request, e);
        } catch (RuntimeException e) {
            // Kafka or the database may be away for a while
            if (attempts < MAX_ATTEMPTS) {
                throw e;
            }
            giveUp(request, e);
        }
    }

    private void giveUp(Request request, RuntimeException reason) {
        LOG.errorf(reason, "The rebuild is given up; the running tables are as they were");
        rebuilds.finish(request, false, String.valueOf(reason.getMessage()));
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
