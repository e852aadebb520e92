package coop.parasol.messaging;

import coop.parasol.messaging.ReadModel.Copy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Empty copies of tables in a schema of their own, {@code rebuild}. In a transaction that has {@linkplain #enter entered} them, statements
 * without a schema's name reach them in place of the running tables of the same names, and all other tables as ever.
 */
final class ShadowTables {

    private static final String SCHEMA = "rebuild";

    private final DataSource database;
    private final Collection<Copy> copies;
    private final String running;

    ShadowTables(DataSource database, Collection<Copy> copies) {
        this.database = database;
        this.copies = copies;
        this.running = Jdbc.execute(database, connection -> text(connection, "select current_schema()"));
    }

    /** Makes them anew, whatever an earlier rebuild has left. Foreign keys and triggers are those of the running tables alone. */
    void create() {
        Jdbc.execute(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema if exists rebuild cascade");
                statement.execute("create schema rebuild");
                statement.execute("create table rebuild.rebuilt_event (event_id uuid primary key)");
                statement.execute("create table rebuild.parked_before (event_id uuid primary key)");
                for (Copy copy : copies) {
                    statement.execute("create table rebuild." + copy.table() + " (like " + running + "." + copy.table()
                            + " including defaults including constraints including generated including indexes)");
                }
                return true;
            }
        });
    }

    void drop() {
        execute("drop schema rebuild cascade");
    }

    /** For the rest of the present transaction, or until {@link #leave}. */
    void enter() {
        execute("set local search_path to rebuild, " + running);
    }

    void leave() {
        execute("set local search_path to " + running);
    }

    /**
     * Notes which of these events are parked, and so have had no effect on the running tables.
     *
     * @return those that are not, and have not been rebuilt before: an event may be in its topic twice
     */
    Set<UUID> recordNew(Collection<UUID> events) {
        return Jdbc.execute(database, connection -> {
            Set<UUID> fresh = new HashSet<>();
            try (PreparedStatement insert = connection.prepareStatement("""
                with received as (select distinct event_id from unnest(?::uuid[]) as event_id),
                     parked as (select event_id from received join parked_event using (event_id)),
                     noted as (insert into rebuild.parked_before select event_id from parked on conflict do nothing)
                insert into rebuild.rebuilt_event
                select event_id from received where event_id not in (select event_id from parked) order by event_id
                on conflict do nothing returning event_id\
                """)) {
                insert.setArray(1, connection.createArrayOf("uuid", events.toArray()));
                try (ResultSet rows = insert.executeQuery()) {
                    while (rows.next()) {
                        fresh.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return fresh;
        });
    }

    /** Whether an event that was parked when it was read is parked no more: it has had its effect since. */
    boolean missesReplayedEvents() {
        String missed = Jdbc.execute(database, connection -> text(connection, """
            select count(*) from rebuild.parked_before b
             where not exists (select from parked_event p where p.event_id = b.event_id)\
            """));
        return !missed.equals("0");
    }

    /** Nobody parks or replays an event until the present transaction ends. */
    void lockParkedEvents() {
        execute("lock table parked_event in exclusive mode");
    }

    /** Rows that this session has inserted, changed or deleted in each table that is not a shadow. */
    Map<String, Long> writtenElsewhere() {
        return Jdbc.execute(database, connection -> {
            Map<String, Long> written = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_xact_user_tables"
                                    + " where schemaname <> 'rebuild' and n_tup_ins + n_tup_upd + n_tup_del > 0")) {
                while (rows.next()) {
                    written.put(rows.getString(1), rows.getLong(2));
                }
            }
            return written;
        });
    }

    /**
     * Makes the running tables equal to these, in the present transaction: only rows that differ are written, so that foreign keys,
     * triggers, rights and readers stay as they are.
     *
     * @return how many rows differed, by table; without those in which none did
     */
    Map<String, Long> merge() {
        return Jdbc.execute(database, connection -> {
            Map<String, Long> differences = new HashMap<>();
            try (Statement statement = connection.createStatement()) {
                for (Copy copy : copies) {
                    statement.execute("analyze rebuild." + copy.table());
                    long rows = 0;
                    for (String sql :
                            new TableMerge(running, SCHEMA, copy, columns(connection, copy.table())).statements()) {
                        rows += statement.executeLargeUpdate(sql);
                    }
                    if (rows > 0) {
                        differences.put(copy.table(), rows);
                    }
                }
            }
            return differences;
        });
    }

    private List<TableMerge.Column> columns(Connection connection, String table) throws SQLException {
        List<TableMerge.Column> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
            select a.attname, coalesce(pg_get_expr(d.adbin, d.adrelid), 'null'), coalesce(a.attnum = any (k.indkey), false)
              from pg_attribute a
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              left join pg_index k on k.indrelid = a.attrelid and k.indisprimary
             where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum\
            """)) {
            select.setString(1, running + "." + table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new TableMerge.Column(row.getString(1), row.getString(2), row.getBoolean(3)));
                }
            }
        }
        return columns;
    }

    private void execute(String sql) {
        Jdbc.execute(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
