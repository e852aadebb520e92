package coop.parasol.local.bench;

import coop.parasol.bench.Clients;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What an order writes, as PostgreSQL alone does it: one prepared statement and its commit, on tables of the same columns, keys and
 * indexes beside distribution's own. It updates the same hot rows (the partner's credit, batches of each product) and inserts as
 * many rows and bytes, without reading prices, deciding or checking anything.
 */
final class OrderSql {

    private static final List<String> TABLES = List.of(
            "partner",
            "batch",
            "sales_order",
            "order_reference",
            "order_line",
            "reservation",
            "idempotency_key",
            "outbox");

    private static final int PAYLOAD_CHARACTERS = 900;
    private static final int ANSWER_BYTES = 1_300;
    private static final String DEADLOCK = "40P01";

    private static final String ORDER = """
            with goods as (
                select line, product, batch_id, quantity
                  from unnest(?::int[], ?::text[], ?::uuid[], ?::numeric[]) as g (line, product, batch_id, quantity)
            ), credit as (
                update same_sql.partner set exposure = exposure + %1$d
                 where partner_id = ?::uuid and exposure <= credit_limit - %1$d returning partner_id
            ), new_order as (
                insert into same_sql.sales_order (order_id, partner_id, reference, period, state, entered_by, placed_at, total,
                                                  open_amount, correlation_id)
                values (?::uuid, ?::uuid, ?, '%2$s', 'ALLOCATED', 'bench', now(), %1$d, %1$d, ?)
            ), reference as (
                insert into same_sql.order_reference (partner_id, reference, order_id) values (?::uuid, ?, ?::uuid)
            ), lines as (
                insert into same_sql.order_line (order_id, line, product, grade, unit, quantity, unit_price, amount,
                                                 back_ordered, allocated)
                select ?::uuid, line, min(product), 'A', 'C62', %3$d, %4$d, %3$d * %4$d, 0, %3$d from goods group by line
            ), reserved as (
                insert into same_sql.reservation (order_id, line, batch_id, period, quantity)
                select ?::uuid, line, batch_id, '%2$s', quantity from goods
            ), stock as (
                update same_sql.batch b set on_hand = b.on_hand - g.quantity, reserved = b.reserved + g.quantity
                  from goods g where b.batch_id = g.batch_id
            ), key as (
                insert into same_sql.idempotency_key (caller, idempotency_key, request_digest, status, body)
                values ('bench', ?, md5(?), 201, convert_to(repeat('x', %5$d), 'UTF8'))
            ), events as (
                insert into same_sql.outbox (seq, id, aggregatetype, aggregateid, type, payload, topic, actor, correlationid,
                                             time)
                select nextval('same_sql.outbox_seq'), gen_random_uuid(), 'orders', ?, type, repeat('x', %6$d),
                       'distribution.orders', 'bench', ?, now()
                  from unnest(array['OrderAccepted', 'OrderAllocated']) as e (type)
            )
            select count(*) from credit
            """.formatted(
                    OrderMix.TOTAL,
                    OrderClients.week(),
                    OrderMix.QUANTITY,
                    OrderMix.UNIT_PRICE,
                    ANSWER_BYTES,
                    PAYLOAD_CHARACTERS);

    /** Opens a connection to distribution's database. */
    interface Database {
        Connection connect() throws SQLException;
    }

    private final Database database;
    private final int clients;

    OrderSql(Database database, int clients) {
        this.database = database;
        this.clients = clients;
    }

    /** Copies the tables with their indexes and checks, and the stock and partners in them. */
    void prepare() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema same_sql");
            for (String table : TABLES) {
                statement.execute("create table same_sql." + table + " (like public." + table
                        + " including all excluding identity)");
            }
            statement.execute("create sequence same_sql.outbox_seq");
            statement.execute("insert into same_sql.partner select * from public.partner");
            statement.execute("alter table same_sql.batch set (fillfactor = 70)");
            String columns = writtenColumns(statement, "batch");
            statement.execute("insert into same_sql.batch (" + columns + ") select " + columns + " from public.batch");
            addForeignKeys(statement);
            statement.execute("analyze same_sql.batch, same_sql.partner");
        }
    }

    private static void addForeignKeys(Statement statement) throws SQLException {
        List<String> added = new ArrayList<>();
        String tables = TABLES.stream().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
        try (ResultSet keys = statement.executeQuery("""
                select format('alter table same_sql.%%I add %%s', c.relname,
                              replace(pg_get_constraintdef(k.oid), 'REFERENCES ', 'REFERENCES same_sql.'))
                  from pg_constraint k
                  join pg_class c on c.oid = k.conrelid
                  join pg_class r on r.oid = k.confrelid
                 where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
                   and c.relname in (%1$s) and r.relname in (%1$s)
                """.formatted(tables))) {
            while (keys.next()) {
                added.add(keys.getString(1));
            }
        }
        for (String key : added) {
            statement.execute(key);
        }
    }

    /** All but those that the database computes. */
    private static String writtenColumns(Statement statement, String table) throws SQLException {
        try (ResultSet columns = statement.executeQuery("""
                select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                 where table_schema = 'public' and is_generated = 'NEVER' and table_name = '%s'
                """.formatted(table))) {
            columns.next();
            return columns.getString(1);
        }
    }

    /**
     * Orders per second by clients that do nothing else.
     *
     * @param batchesPerLine how many batches a line is allocated from on average, from 1 to 2
     */
    double measure(OrderMix mix, int seconds, double batchesPerLine) {
        AtomicInteger orders = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        Clients.run(clients, () -> {
            try (Connection connection = database.connect();
                    PreparedStatement order = connection.prepareStatement(ORDER)) {
                while (System.nanoTime() < end) {
                    place(connection, order, mix.next(), batchesPerLine);
                    orders.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return orders.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private static void place(
            Connection connection, PreparedStatement order, OrderMix.Choice choice, double batchesPerLine)
            throws SQLException {
        UUID orderId = UUID.randomUUID();
        String reference = "PO-" + orderId;
        List<Integer> lines = new ArrayList<>();
        List<String> products = new ArrayList<>();
        List<UUID> batches = new ArrayList<>();
        List<Integer> quantities = new ArrayList<>();
        for (int line = 0; line < OrderMix.LINES; line++) {
            int product = choice.products().get(line);
            int parts = ThreadLocalRandom.current().nextDouble() < batchesPerLine - 1 ? 2 : 1;
            for (int part = 0; part < parts; part++) {
                lines.add(line + 1);
                products.add(OrderMix.product(product));
                batches.add(OrderMix.batch(product, part));
                quantities.add(OrderMix.QUANTITY / parts);
            }
        }
        order.setArray(1, connection.createArrayOf("int4", lines.toArray()));
        order.setArray(2, connection.createArrayOf("text", products.toArray()));
        order.setArray(3, connection.createArrayOf("uuid", batches.toArray()));
        order.setArray(4, connection.createArrayOf("numeric", quantities.toArray()));
        String partner = choice.partnerId().toString();
        String id = orderId.toString();
        List<String> texts =
                List.of(partner, id, partner, reference, id, partner, reference, id, id, id, reference, id, id, id);
        for (int text = 0; text < texts.size(); text++) {
            order.setString(5 + text, texts.get(text));
        }
        execute(order);
    }

    /** A transaction that lost a deadlock is done again, as services do. */
    private static void execute(PreparedStatement order) throws SQLException {
        while (true) {
            try (ResultSet credit = order.executeQuery()) {
                if (!credit.next() || credit.getInt(1) != 1) {
                    throw new SQLException("no credit was reserved");
                }
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }
}
