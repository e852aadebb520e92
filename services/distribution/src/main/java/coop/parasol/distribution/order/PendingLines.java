package coop.parasol.distribution.order;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.firm.FirmClock;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Lines for which goods have to be looked for: those of orders that were accepted just now, and the first that waits for goods that
 * have become available, which stands for all that wait for them.
 */
@ApplicationScoped
class PendingLines {

    /** Lines of one product and grade dealt with in one transaction. */
    static final int MAX_LINES_PER_GOODS = 200;

    private final Jdbi jdbi;
    private final FirmClock clock;

    PendingLines(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A line that waits for goods.
     *
     * @param queuePosition of lines that wait for the same goods the one with the lowest is served first
     */
    record Line(UUID orderId, int line, long queuePosition, ProductGrade goods, Period period, BigDecimal backOrdered) {

        LineKey key() {
            return new LineKey(orderId, line);
        }
    }

    record LineKey(UUID orderId, int line) {}

    /**
     * All products of pending lines, as a part of a larger statement: one look into the index a product, however many lines wait for
     * it. Columns: product, oldest (place in the queue of its first pending line).
     */
    static Part products() {
        return new Part("pending_products", """
                with recursive first_of as (
                    (select product, queue_position from order_line where allocation_pending
                      order by product, queue_position limit 1)
                    union all
                    select n.product, n.queue_position from first_of f cross join lateral (
                        select product, queue_position from order_line where allocation_pending and product > f.product
                         order by product, queue_position limit 1) n
                )
                select product, queue_position as oldest from first_of
                """, statement -> {});
    }

    /** Whether any line is pending, also of products that others have locked. */
    boolean any() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from order_line where allocation_pending)")
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * What lines of some products wait for.
     *
     * @param lines that wait for goods that are on hand; of each product and grade the oldest first, pending or back-ordered
     * @param withoutGoods nothing of them is on hand
     */
    record Wanted(List<Line> lines, List<ProductGrade> withoutGoods) {}

    /** What the lines wait for that are pending for these products. The caller holds the products' locks. */
    Wanted wanted(Collection<String> products) {
        Wanted wanted = new Wanted(new ArrayList<>(), new ArrayList<>());
        jdbi.useHandle(handle -> handle.createQuery("""
                        select g.product, g.grade, g.unit, w.order_id, w.line, w.queue_position, w.period, w.back_ordered
                          from (select distinct product, grade, unit from order_line
                                 where allocation_pending and product = any(:products)) g
                          left join lateral (
                               select l.order_id, l.line, l.queue_position, o.period, l.back_ordered
                                 from order_line l join sales_order o on o.order_id = l.order_id
                                where l.product = g.product and l.grade = g.grade and l.unit = g.unit and l.back_ordered > 0
                                  and exists (%s)
                                order by l.queue_position limit :maxLines) w on true
                         order by g.product, g.grade, g.unit, w.queue_position
                        """.formatted(BatchRepository.ON_HAND))
                .bindArray("products", String.class, products)
                .bind("today", clock.today())
                .bind("maxLines", MAX_LINES_PER_GOODS)
                .map((row, context) -> add(wanted, row))
                .list());
        return wanted;
    }

    private static boolean add(Wanted wanted, ResultSet row) throws SQLException {
        ProductGrade goods = new ProductGrade(row.getString("product"), row.getString("grade"), row.getString("unit"));
        UUID orderId = row.getObject("order_id", UUID.class);
        return orderId == null
                ? wanted.withoutGoods.add(goods)
                : wanted.lines.add(new Line(
                        orderId,
                        row.getInt("line"),
                        row.getLong("queue_position"),
                        goods,
                        Period.parse(row.getString("period")),
                        row.getBigDecimal("back_ordered")));
    }

    /**
     * Pending lines for such goods, of which nothing is on hand, wait as back-orders now; as a part of a larger statement. The caller
     * holds the products' locks, so that nothing comes in meanwhile.
     */
    static Part backOrdered(List<ProductGrade> withoutGoods) {
        return new Part(
                "back_ordered_lines",
                """
                update order_line l set allocation_pending = false
                  from unnest(:missingProducts, :missingGrades, :missingUnits) as m (product, grade, unit)
                 where l.allocation_pending and (l.product, l.grade, l.unit) = (m.product, m.grade, m.unit)
                """,
                statement -> statement
                        .bindArray("missingProducts", String.class, Columns.of(withoutGoods, ProductGrade::product))
                        .bindArray("missingGrades", String.class, Columns.of(withoutGoods, ProductGrade::grade))
                        .bindArray("missingUnits", String.class, Columns.of(withoutGoods, ProductGrade::unit)));
    }

    /** Lines that were looked at wait as back-orders, as far as they have got nothing; as a part of a larger statement. */
    static Part lookedAt(String name, List<Line> lines) {
        return new Part(
                name,
                """
                update order_line l set allocation_pending = false
                  from unnest(:lookedAtOrders, :lookedAtLines) as t (order_id, line)
                 where l.order_id = t.order_id and l.line = t.line and l.allocation_pending
                """,
                statement -> statement
                        .bindArray("lookedAtOrders", UUID.class, Columns.of(lines, Line::orderId))
                        .bindArray("lookedAtLines", Integer.class, Columns.of(lines, Line::line)));
    }

    /**
     * The first line that waits for such goods is pending, as a part of a larger statement. Returns it, if it was not yet. Columns:
     * order_id. The caller holds the products' locks.
     *
     * @param after only lines behind this place of the queue, by goods
     */
    static Part lookAgain(String name, Map<ProductGrade, Long> after) {
        List<Map.Entry<ProductGrade, Long>> rows = List.copyOf(after.entrySet());
        return new Part(
                name,
                """
                update order_line l set allocation_pending = true, pending_since = now()
                  from unnest(:againProducts, :againGrades, :againUnits, :againAfter) as g (product, grade, unit, position)
                 cross join lateral (
                       select order_id, line from order_line
                        where product = g.product and grade = g.grade and unit = g.unit and back_ordered > 0
                          and queue_position > g.position
                        order by queue_position limit 1) n
                 where l.order_id = n.order_id and l.line = n.line and not l.allocation_pending
                returning l.order_id
                """,
                statement -> statement
                        .bindArray(
                                "againProducts",
                                String.class,
                                Columns.of(rows, row -> row.getKey().product()))
                        .bindArray(
                                "againGrades",
                                String.class,
                                Columns.of(rows, row -> row.getKey().grade()))
                        .bindArray(
                                "againUnits",
                                String.class,
                                Columns.of(rows, row -> row.getKey().unit()))
                        .bindArray("againAfter", Long.class, Columns.of(rows, Map.Entry::getValue)));
    }

    /** Goods have become available: the first line that waits for them is pending. Whether there is one that was not. */
    boolean lookFor(Collection<ProductGrade> goods) {
        Map<ProductGrade, Long> fromTheFirst = new HashMap<>();
        goods.forEach(one -> fromTheFirst.put(one, 0L));
        return jdbi.withHandle(handle -> CombinedStatement.of(List.of(lookAgain("pending_again", fromTheFirst)))
                .query(handle, "select exists (select from pending_again)")
                .mapTo(Boolean.class)
                .one());
    }
}
