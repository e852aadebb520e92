package coop.parasol.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Products, prices, stock and partners in distribution's database, enough for any number of orders. */
final class OrderData {

    private static final long UNITS = 1_000_000_000L;
    private static final long CREDIT_LIMIT = 4_000_000_000_000_000L;
    private static final int DAYS_LEFT = 30;

    private OrderData() {}

    static void fill(Connection distribution) throws SQLException {
        distribution.setAutoCommit(false);
        insert(
                distribution,
                "insert into partner (partner_id, name, country, tier, credit_limit)"
                        + " values (?, 'Bench', 'IN', 'BENCH', " + CREDIT_LIMIT + ")",
                OrderMix.PARTNERS,
                (row, number) -> row.setObject(1, OrderMix.partner(number)));
        insert(
                distribution,
                "insert into producer (member_id, name) values (?, 'Bench')",
                OrderMix.PRODUCERS,
                (row, number) -> row.setObject(1, OrderMix.producer(number)));
        insert(
                distribution,
                "insert into product (code, standard_version, name, unit, grades) values (?, 1, 'Bench', 'C62', '{A,B}')",
                OrderMix.PRODUCTS,
                (row, number) -> row.setString(1, OrderMix.product(number)));
        insert(
                distribution,
                "insert into price (price_id, product, grade, scope, scope_code, minimum_quantity, unit, unit_price, valid_from)"
                        + " values (gen_random_uuid(), ?, 'A', 'TIER', 'BENCH', 0, 'C62', " + OrderMix.UNIT_PRICE
                        + ", now() - interval '1 day')",
                OrderMix.PRODUCTS,
                (row, number) -> row.setString(1, OrderMix.product(number)));
        insert(
                distribution,
                "insert into batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry, certified,"
                        + " on_hand) values (?, ?, ?, ?, ?, 'A', 'C62', current_date + ?, " + UNITS + ", " + UNITS
                        + ")",
                OrderMix.PRODUCTS * OrderMix.BATCHES_PER_PRODUCT,
                OrderData::bindBatch);
        distribution.commit();
        distribution.setAutoCommit(true);
        try (Statement statement = distribution.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static void bindBatch(PreparedStatement row, int number) throws SQLException {
        int product = number / OrderMix.BATCHES_PER_PRODUCT;
        int day = number % OrderMix.BATCHES_PER_PRODUCT;
        row.setObject(1, OrderMix.batch(product, day));
        row.setString(2, "BENCH-" + number);
        row.setObject(3, OrderMix.producer(number % OrderMix.PRODUCERS));
        row.setString(4, OrderMix.product(product));
        row.setString(5, "L-" + number);
        row.setInt(6, DAYS_LEFT + day);
    }

    private interface Binding {
        void bind(PreparedStatement row, int number) throws SQLException;
    }

    private static void insert(Connection connection, String sql, int rows, Binding binding) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int number = 0; number < rows; number++) {
                binding.bind(insert, number);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
