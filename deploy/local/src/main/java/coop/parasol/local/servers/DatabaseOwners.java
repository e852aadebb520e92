package coop.parasol.local.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A database user and a database of the same name that nobody else may connect to. Every step can be repeated. */
record DatabaseOwners(Connection connection) {

    /**
     * Creates what does not exist yet, also after a start that was interrupted half-way.
     *
     * @param name letters only
     * @param password becomes the user's password, also if it had another one
     */
    void ensure(String name, String password) throws SQLException {
        execute("SET log_min_error_statement = panic"); // PostgreSQL would log a failed statement with its password
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
