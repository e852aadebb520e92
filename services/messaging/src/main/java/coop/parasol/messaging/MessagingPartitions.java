package coop.parasol.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes the coming days' partitions of {@code sent_event} and {@code inbox} and drops those whose time is over, whole. The
 * inbox is partitioned by the ids of the events, which are of version 7 and so sort by the time of the decision.
 */
final class MessagingPartitions {

    private static final int DAYS_AHEAD = 3;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    /** "parasol" and one more: of several instances one changes partitions. */
    private static final long LOCK = 0x7061_7261_736f_6dL;

    private final DataSource database;
    private final Duration sentRetention;
    private final Duration inboxRetention;

    /** @throws IllegalArgumentException if the inbox would forget an event that may be sent again */
    MessagingPartitions(DataSource database, Duration sentRetention, Duration inboxRetention) {
        if (inboxRetention.compareTo(sentRetention.plusDays(2)) < 0) {
            throw new IllegalArgumentException(
                    "parasol.inbox.retention must be at least two days more than parasol.relay.sent-retention");
        }
        this.database = database;
        this.sentRetention = sentRetention;
        this.inboxRetention = inboxRetention;
    }

    /** Makes and drops partitions as of now; does nothing while another instance does it. */
    void maintain(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Jdbc.execute(database, connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (isFirst(statement)) {
                    for (int day = 0; day <= DAYS_AHEAD; day++) {
                        create(statement, today.plusDays(day));
                    }
                    dropBefore(statement, "sent_event", LocalDate.ofInstant(now.minus(sentRetention), ZoneOffset.UTC));
                    LocalDate oldest = LocalDate.ofInstant(now.minus(inboxRetention), ZoneOffset.UTC);
                    dropBefore(statement, "inbox", oldest);
                    statement.execute("delete from inbox_default where event_id < '" + firstId(oldest) + "'");
                    statement.execute("delete from sent_event_default where sent_at < '"
                            + now.minus(sentRetention).atOffset(ZoneOffset.UTC) + "'");
                }
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private static boolean isFirst(Statement statement) throws SQLException {
        try (ResultSet locked = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return locked.next() && locked.getBoolean(1);
        }
    }

    private static void create(Statement statement, LocalDate day) throws SQLException {
        createPartition(
                statement, "sent_event", "sent_at", day, day + " 00:00:00+00", day.plusDays(1) + " 00:00:00+00");
        createPartition(
                statement,
                "inbox",
                "event_id",
                day,
                firstId(day).toString(),
                firstId(day.plusDays(1)).toString());
    }

    /** What the default partition holds of that day (foreign ids, events from before the first start) moves over. */
    private static void createPartition(
            Statement statement, String table, String column, LocalDate day, String from, String to)
            throws SQLException {
        String partition = table + "_" + SUFFIX.format(day);
        try (ResultSet there = statement.executeQuery("select to_regclass('" + partition + "') is not null")) {
            there.next();
            if (there.getBoolean(1)) {
                return;
            }
        }
        String inRange = " where " + column + " >= '" + from + "' and " + column + " < '" + to + "'";
        statement.execute("create table " + partition + " (like " + table + " including all)");
        statement.execute("with moved as (delete from " + table + "_default" + inRange + " returning *) insert into "
                + partition + " select * from moved");
        statement.execute("alter table " + table + " attach partition " + partition + " for values from ('" + from
                + "') to ('" + to + "')");
    }

    private static void dropBefore(Statement statement, String table, LocalDate oldest) throws SQLException {
        List<String> over = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select relid::regclass::text from pg_partition_tree('" + table
                + "') where level = 1 and relid::regclass::text ~ '_[0-9]{8}$'")) {
            while (row.next()) {
                String name = row.getString(1);
                if (LocalDate.parse(name.substring(name.length() - 8), SUFFIX).isBefore(oldest)) {
                    over.add(name);
                }
            }
        }
        for (String name : over) {
            statement.execute("drop table " + name);
        }
    }

    /** The lowest id of version 7 (RFC 9562) of a day. */
    static UUID firstId(LocalDate day) {
        long millis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID(millis << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
