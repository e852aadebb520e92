package coop.parasol.local.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an operator reads and changes in the tables that messaging keeps in a service's database. */
public final class MessagingTables {

    private final Installation installation;
    private final Component service;
    private final String database;

    /** @throws OperatorException if it is not a service, or PostgreSQL does not run */
    public MessagingTables(Installation installation, Component service) {
        this(installation, service, service.id());
    }

    MessagingTables(Installation installation, Component service, String database) {
        this.database = database;
        this.installation = installation;
        this.service = service;
        if (!service.isApplication()) {
            throw new OperatorException(service.id() + " is not a service.\nWhat to do: name one of "
                    + String.join(
                            ", ",
                            Component.applications().stream().map(Component::id).toList())
                    + ".");
        }
        if (installation.processes().running(Component.POSTGRES).isEmpty()) {
            throw new OperatorException(
                    "PostgreSQL is not running.\nWhat to do: ./parasol up --servers-only, then try again.");
        }
    }

    /**
     * Has the relay send again what it sent in this time; consumers swallow what they know.
     *
     * @throws OperatorException if it is no time that has passed
     */
    public void requestResend(Duration past) {
        if (!past.isPositive()) {
            throw new OperatorException("Events of the last " + past.toDays()
                    + " days are none.\nWhat to do: name at least one day, such as --days 7.");
        }
        execute("insert into resend_request values (now() - make_interval(secs => ?))", past.toSeconds());
    }

    /**
     * How far a rebuild of read models is.
     *
     * @param records of the topics that are read, of {@code total}
     * @param events of them that the read models are made of
     * @param seconds since it began; zero if it has not
     * @param result what came of it; null while it is not done
     */
    public record Rebuild(
            boolean hasBegun,
            long records,
            long total,
            long events,
            double seconds,
            boolean succeeded,
            @Nullable String result) {}

    /**
     * Has the service make its read models anew.
     *
     * @param comparesOnly whether it is only to say what differs
     * @return the number of the rebuild; of the one that is under way, if there is one
     */
    public long requestRebuild(boolean comparesOnly) {
        return query("""
            with asked as (insert into rebuild (compares_only) values (%s) on conflict do nothing returning id)
            select id from asked union all select id from rebuild where finished_at is null limit 1
            """.formatted(comparesOnly), row -> row.getLong(1));
    }

    /** The rebuild of this number. */
    public Rebuild rebuild(long id) {
        return query(
                """
                select started_at is not null, records, total, events,
                       coalesce(extract(epoch from coalesce(finished_at, clock_timestamp()) - started_at), 0),
                       coalesce(succeeded, false), result
                  from rebuild where id = %d
                """.formatted(id),
                row -> new Rebuild(
                        row.getBoolean(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getDouble(5),
                        row.getBoolean(6),
                        row.getString(7)));
    }

    /** Forgets how far the service has consumed each partition. */
    void forgetPositions() {
        execute("""
                with forgotten as (delete from consumer_position where next_offset >= ?)
                insert into administrative_act (time, actor, act, subject)
                values (clock_timestamp(), current_setting('parasol.operator'), 'REWIND', '')""", 0);
    }

    /** How many events the service's topics have that its restored database does not know. */
    public long restoredEvents() {
        return count("select count(*) from restored_event");
    }

    /** How many events of others could not be handled, or wait behind such a one. */
    public long parkedEvents() {
        return count("select count(*) from parked_event");
    }

    /** To the database, which records with what is asked for whose account of the machine has asked. */
    private Connection connect() throws SQLException {
        Connection connection = installation.connectAsAdministrator(database);
        try (PreparedStatement operator =
                connection.prepareStatement("select set_config('parasol.operator', ?, false)")) {
            operator.setString(1, "operator:" + System.getProperty("user.name"));
            operator.execute();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void execute(String sql, long parameter) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private long count(String sql) {
        return query(sql, row -> row.getLong(1));
    }

    /** Makes a value of the present row of a result. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T query(String sql, RowReader<T> reader) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return reader.read(row);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private OperatorException failure(SQLException e) {
        return new OperatorException(
                "The database of " + service.id() + " refused: " + e.getMessage()
                        + "\nWhat to do: start the service once with ./parasol start " + service.id()
                        + ", which makes its tables; else look at ./parasol logs postgres.",
                e);
    }
}
