package coop.parasol.acceptance;

import coop.parasol.local.servers.Installation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many rows each table of each service has. */
final class TableCounts {

    /** Tables that change by the mere number of requests. */
    private static final Set<String> NOT_STORED_BY_A_REQUEST = Set.of("rate_limit_bucket");

    private TableCounts() {}

    /** By {@code service.table}. */
    static Map<String, Long> of(Installation installation) {
        Map<String, Long> counts = new TreeMap<>();
        for (String service : ArchitectureRules.SERVICES) {
            try (Connection connection = DriverManager.getConnection(
                            installation.jdbcUrl(service),
                            service,
                            installation.secrets().get("database." + service));
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                        row.next();
                        counts.put(service + "." + table, row.getLong(1));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the tables of " + service + " cannot be counted", e);
            }
        }
        return counts;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public'")) {
            while (rows.next()) {
                if (!NOT_STORED_BY_A_REQUEST.contains(rows.getString(1))) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }
}
