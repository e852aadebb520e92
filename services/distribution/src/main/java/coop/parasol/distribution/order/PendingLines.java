package coop.parasol.distribution.order;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.ProductGrade;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Lines of accepted orders for which nobody has looked for goods yet, and those that wait before them. */
@ApplicationScoped
class PendingLines {

    /** Pending lines whose products are dealt with in one transaction, the oldest first. */
    private static final int MAX_PENDING = 500;

    /** Lines of one product and grade dealt with in one transaction. */
    private static final int MAX_LINES_PER_GOODS = 200;

    private final Jdbi jdbi;
    private final BatchRepository batches;

    PendingLines(Jdbi jdbi, BatchRepository batches) {
        this.jdbi = jdbi;
        this.batches = batches;
    }

    /** A line that waits for goods. */
    record Line(
            UUID orderId, int line, String product, String grade, String unit, Period period, BigDecimal backOrdered) {
        ProductGrade goods() {
            return new ProductGrade(product, grade, unit);
        }
    }

    /** Products of the oldest pending lines, as a part of a larger statement. Columns: product. */
    static Part products() {
        return new Part(
                "pending_products",
                "select product from order_line where allocation_pending order by order_id, line limit :maxPending",
                statement -> statement.bind("maxPending", MAX_PENDING));
    }

    /** Whether any line is pending, also of products that others have locked. */
    boolean any() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from order_line where allocation_pending)")
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Lines that wait for such goods of these products as are on hand and as some line is pending for; of each product and grade the
     * oldest orders first, pending or back-ordered. The caller holds the products' locks.
     */
    List<Line> withGoodsOnHand(Collection<String> products) {
        return jdbi.withHandle(handle -> CombinedStatement.of(List.of(batches.onHandPart("on_hand", products)))
                .query(handle, """
                        select w.order_id, w.line, g.product, g.grade, g.unit, w.period, w.back_ordered
                          from (select distinct product, grade, unit
                                  from (select product, grade, unit from order_line
                                         where allocation_pending and product = any(:pendingProducts)
                                         order by order_id, line limit :maxPending) as oldest
                                  join on_hand using (product, grade, unit)) g
                         cross join lateral (
                               select l.order_id, l.line, o.period, l.back_ordered
                                 from order_line l join sales_order o on o.order_id = l.order_id
                                where l.product = g.product and l.grade = g.grade and l.unit = g.unit and l.back_ordered > 0
                                order by l.order_id, l.line limit :maxLines) w
                         order by g.product, g.grade, g.unit, w.order_id, w.line
                        """)
                .bindArray("pendingProducts", String.class, products)
                .bind("maxPending", MAX_PENDING)
                .bind("maxLines", MAX_LINES_PER_GOODS)
                .mapTo(Line.class)
                .list());
    }

    /**
     * Pending lines of these products for which nothing is on hand wait as back-orders now; as parts of a larger statement. The caller
     * holds the products' locks, so that nothing comes in meanwhile.
     */
    List<Part> backOrderWithoutGoods(Collection<String> products) {
        return List.of(
                batches.onHandPart("on_hand", products),
                new Part(
                        "back_ordered_lines",
                        """
                        update order_line l set allocation_pending = false
                         where l.allocation_pending and l.product = any(:pendingProducts)
                           and not exists (select from on_hand h
                                            where (h.product, h.grade, h.unit) = (l.product, l.grade, l.unit))
                        """,
                        statement -> statement.bindArray("pendingProducts", String.class, products)));
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
}
