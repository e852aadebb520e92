package coop.parasol.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What is left to do after orders were accepted: lines to allocate, events to send, and events that production has not handled. */
final class OrderBacklog {

    private static final String TOPIC = "distribution.orders";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection distribution;
    private final Connection production;

    OrderBacklog(Connection distribution, Connection production) {
        this.distribution = distribution;
        this.production = production;
    }

    void awaitEmpty() throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the backlog is not empty after " + PATIENCE);
            }
            Thread.sleep(10);
        }
    }

    private boolean isEmpty() throws SQLException {
        return isTrue("select not exists (select from order_line where back_ordered > 0)"
                        + " and not exists (select from outbox)")
                && positions(production, "select partition, next_offset from consumer_position where topic = ?")
                        .equals(positions(
                                distribution, "select partition, \"offset\" + 1 from sent_position where topic = ?"));
    }

    private boolean isTrue(String sql) throws SQLException {
        try (PreparedStatement query = distribution.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Map<Integer, Long> positions(Connection database, String sql) throws SQLException {
        Map<Integer, Long> positions = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, TOPIC);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(2) > 0) {
                        positions.put(rows.getInt(1), rows.getLong(2));
                    }
                }
            }
        }
        return positions;
    }
}
