package coop.parasol.acceptance;

import coop.parasol.local.servers.Installation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Looks into the databases of an installation's services past the services, and changes what a test needs otherwise there.
 *
 * @param installation whose servers run
 */
record ServiceDatabases(Installation installation) {

    /**
     * The whole number that a query of one row and column gives.
     *
     * @param database the name of the service
     * @throws ArithmeticException if it is no whole number
     */
    long number(String database, String query) throws SQLException {
        return new BigDecimal(text(database, query)).longValueExact();
    }

    /** What a query of one row and column gives, as text. */
    String text(String database, String query) throws SQLException {
        try (Connection connection = installation.connectAsAdministrator(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = installation.connectAsAdministrator(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
