package coop.parasol.acceptance;

import coop.parasol.local.servers.Installation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Producers have an hour to correct what they report, as if members had decided so: in a demo samples are drawn at once. */
public final class TimeToCorrect implements AutoCloseable {

    /** Above all that the season has. */
    private static final AtomicInteger BYLAWS = new AtomicInteger(1_000_000);

    private final Installation installation;
    private final int bylaws = BYLAWS.getAndIncrement();

    public TimeToCorrect(Installation installation) {
        this.installation = installation;
        execute("insert into correction_time_bylaw (bylaws_version, effective_from, minutes) values (" + bylaws
                + ", now() - interval '1 minute', 60)");
    }

    /** Of the lots that are called so the time is over: their samples are drawn within seconds. */
    public void over(String lot) {
        try (Connection connection = installation.connectAsAdministrator("quality");
                PreparedStatement due = connection.prepareStatement(
                        "update batch set sample_due_at = now() where state = 'REPORTED' and lot = ?")) {
            due.setString(1, lot);
            due.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = installation.connectAsAdministrator("quality");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Samples of what is reported from now on are drawn at once again. */
    @Override
    public void close() {
        execute("delete from correction_time_bylaw where bylaws_version = " + bylaws);
    }
}
