package coop.parasol.local.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** One user and one database of the same name, and nobody else may connect to it. Each step can be done again. */
record DatabaseOwners(Connection connection) {

    /**
     * Makes what is not there, whatever of it an earlier start has made before it was ended.
     *
     * @param name letters only
     * @param password becomes the user's password, also if it had another one
     */
    void ensure(String name, String password) throws SQLException {
        execute("SET log_min_error_statement = panic"); // a failed statement would stand in the log with its password
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute("CREATE USER " + name);
        }
        setPassword(name, password);
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
    }

    private void setPassword(String name, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER " + name + " PASSWORD " + statement.enquoteLiteral(password));
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, name);
            return select.executeQuery().next();
        }
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
