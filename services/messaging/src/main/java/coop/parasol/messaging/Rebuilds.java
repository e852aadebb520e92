package coop.parasol.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import javax.sql.DataSource;

/** Rebuilds of read models that were asked for, how far the present one is, and what came of the last ones. */
@ApplicationScoped
class Rebuilds {

    private final DataSource database;

    Rebuilds(DataSource database) {
        this.database = database;
    }

    /** @param comparesOnly whether it says what differs and changes nothing */
    record Request(long id, boolean comparesOnly) {}

    /**
     * How far a rebuild is.
     *
     * @param records of the topics that are read
     * @param total how many there are to read
     * @param events of those records that the read models are made of
     */
    record Progress(long records, long total, long events) {}

    /** The rebuild that is asked for and not done. */
    Optional<Request> open() {
        return Jdbc.execute(database, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select id, compares_only from rebuild where finished_at is null");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Request(row.getLong(1), row.getBoolean(2))) : Optional.empty();
            }
        });
    }

    /** It begins now, for the first time or again. */
    void begin(Request request) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update rebuild set started_at = clock_timestamp(), records = 0, total = 0, events = 0 where"
                            + " id = ?")) {
                update.setLong(1, request.id());
                return update.executeUpdate();
            }
        });
    }

    void record(Request request, Progress progress) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update rebuild set records = ?, total = ?, events = ? where id = ?")) {
                update.setLong(1, progress.records());
                update.setLong(2, progress.total());
                update.setLong(3, progress.events());
                update.setLong(4, request.id());
                return update.executeUpdate();
            }
        });
    }

    /** It is done, or given up; in the present transaction if there is one. */
    void finish(Request request, boolean succeeded, String result) {
        Jdbc.execute(database, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update rebuild set finished_at = clock_timestamp(), succeeded = ?, result = ? where id = ? and"
                            + " finished_at is null")) {
                update.setBoolean(1, succeeded);
                update.setString(2, Jdbc.storable(result));
                update.setLong(3, request.id());
                return update.executeUpdate();
            }
        });
    }
}
