package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that are sent but cannot be vacuumed yet do not slow the next read of the outbox. */
class DeadRowsTest {

    private static final int ROWS = 20_000;

    private final Fixture fixture = new Fixture("dead_rows");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_low_water_mark_bounds_the_scan_under_a_held_snapshot() throws Exception {
        try (Connection holder = fixture.database.dataSource().getConnection();
                Statement held = holder.createStatement()) {
            holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            holder.setAutoCommit(false);
            held.execute("select count(*) from outbox");
            fixture.transactions.run(() -> fixture.outbox.append(
                    LongStream.range(0, ROWS)
                            .mapToObj(number -> Fixture.event(UUID.randomUUID(), number))
                            .toList(),
                    Fixture.CAUSE));
            fixture.relay.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
            await().atMost(Duration.ofMinutes(2)).until(this::markHasPassedDeletedRows);

            assertThat(pagesRead(fixture.relay.lowWaterMark())).isLessThan(60);
            assertThat(pagesRead(0)).isGreaterThan(300);
            holder.rollback();
        }
        fixture.append(Fixture.event(UUID.randomUUID(), 1));
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
    }

    /** Behind a transaction of anybody on this server the mark falls back; it catches up with what is sent next. */
    private boolean markHasPassedDeletedRows() {
        if (fixture.relay.lowWaterMark() >= ROWS - 500) {
            return true;
        }
        fixture.append(Fixture.event(UUID.randomUUID(), 0));
        return false;
    }

    private long pagesRead(long mark) throws Exception {
        try (Connection connection = fixture.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery(
                    "explain (analyze, buffers, costs off, timing off) select seq from outbox where seq > " + mark
                            + " order by seq limit 500")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            Matcher hits = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
            assertThat(hits.find()).as(plan.toString()).isTrue();
            return Long.parseLong(hits.group(1));
        }
    }
}
