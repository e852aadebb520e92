package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import coop.parasol.distribution.stock.Shelves.Pool;
import coop.parasol.distribution.stock.Shelves.Shelf;
import coop.parasol.distribution.stock.Shelves.Want;
import coop.parasol.distribution.stock.rules.Allocation.Candidate;
import coop.parasol.distribution.stock.rules.Allocation.Share;
import coop.parasol.distribution.stock.rules.Allocation.Shares;
import coop.parasol.distribution.stock.rules.Allocation.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of batches. Whoever calls holds the locks of the products concerned. */
@ApplicationScoped
public class Stock {

    /** Under this id the shares of all producers together are kept. */
    static final UUID ALL_PRODUCERS = new UUID(0, 0);

    /** Batches looked at per product and grade; those of the last expiry day always all. */
    private static final int FEW = 50;

    private final Sql sql;
    private final Firm firm;

    Stock(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    /** Units reserved for an order line, of whose product and period they count into the producer's share. */
    public record Reserved(UUID orderId, int line, String product, Period period, Taken taken) {}

    /** Units that went from reserved back to on hand. */
    public record Released(int line, String product, String grade, BigDecimal quantity) {}

    /** What can stand in for one another. */
    public record Kind(String product, String grade, String unit) {}

    /** Units that were reserved for a line of an order and are no more. */
    public record ReleasedLine(UUID orderId, int line, BigDecimal quantity) {}

    /** Takes a certified batch in. The producer's row is locked until the transaction ends. */
    public void receive(BatchCertified batch) {
        sql.update("""
                INSERT INTO producer (member_id, batches) VALUES (?, 1)
                ON CONFLICT (member_id) DO UPDATE SET batches = producer.batches + 1
                """, batch.memberId());
        LocalDate expiry = batch.bestBefore() == null ? LocalDate.MAX : batch.bestBefore();
        sql.update(
                """
                INSERT INTO batch (batch_id, certificate_number, member_id, product, lot, grade, unit, expiry,
                                   certified, on_hand)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                batch.batchId(),
                batch.certificateNumber(),
                batch.memberId(),
                batch.product(),
                batch.lot(),
                batch.grade(),
                batch.quantity().unit(),
                expiry,
                batch.quantity().value(),
                batch.quantity().value());
    }

    public Shelves look(Collection<Want> wants) {
        return look(wants, FEW, Step.of("condition", "SELECT 1")).orElseThrow();
    }

    /** All there is, for who has found what {@link #look} shows too little. */
    public Shelves lookAtAll(Collection<Want> wants) {
        return look(wants, Integer.MAX_VALUE, Step.of("condition", "SELECT 1")).orElseThrow();
    }

    /** In one round trip: changes what the condition's statement changes, and looks if that was a row. */
    public Optional<Shelves> lookIf(Step condition, Collection<Want> wants) {
        return look(wants, FEW, condition);
    }

    private Optional<Shelves> look(Collection<Want> wants, int limit, Step condition) {
        List<Want> distinct = wants.stream().distinct().toList();
        List<@Nullable Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(distinct.stream().map(Want::product).toArray(String[]::new));
        parameters.add(distinct.stream().map(Want::grade).toArray(String[]::new));
        parameters.add(distinct.stream().map(Want::unit).toArray(String[]::new));
        parameters.add(distinct.stream().map(want -> want.period().toString()).toArray(String[]::new));
        parameters.add(firm.today());
        parameters.add(limit);
        parameters.add(ALL_PRODUCERS);
        List<Optional<Found>> rows =
                sql.list("WITH condition AS (" + condition.sql() + ")" + """
                        , want AS (
                            SELECT * FROM unnest(?, ?, ?, ?) AS w (product, grade, unit, period)
                        ), found AS (
                            SELECT w.product, w.grade, w.unit, w.period, b.*,
                                   own.committed AS committed, own.allocated AS allocated,
                                   every.committed AS all_committed, every.allocated AS all_allocated
                              FROM want w
                             CROSS JOIN LATERAL (
                                   SELECT batch_id, member_id, lot, expiry, on_hand FROM batch
                                    WHERE product = w.product AND grade = w.grade AND unit = w.unit
                                      AND on_hand > 0 AND standing = 'CERTIFIED' AND expiry >= ?
                                    ORDER BY expiry FETCH FIRST ? ROWS WITH TIES) b
                              LEFT JOIN fair_share own
                                ON (own.product, own.period, own.member_id) = (w.product, w.period, b.member_id)
                              LEFT JOIN fair_share every
                                ON (every.product, every.period, every.member_id) = (w.product, w.period, ?)
                        )
                        SELECT found.* FROM (SELECT count(*) AS met FROM condition) c
                          LEFT JOIN found ON true WHERE c.met > 0
                        """, Stock::read, parameters.toArray());
        return rows.isEmpty() ? Optional.empty() : Optional.of(shelves(rows, limit));
    }

    private record Found(Shelf shelf, Period period, Candidate batch, Share own, Share all) {}

    private static Optional<Found> read(ResultSet row) throws SQLException {
        String product = row.getString("product");
        if (product == null) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                new Shelf(product, row.getString("grade"), row.getString("unit")),
                Period.parse(row.getString("period")),
                new Candidate(
                        Sql.uuid(row, "batch_id"),
                        Sql.uuid(row, "member_id"),
                        row.getString("lot"),
                        row.getObject("expiry", LocalDate.class),
                        row.getBigDecimal("on_hand")),
                share(row, ""),
                share(row, "all_")));
    }

    private static Share share(ResultSet row, String prefix) throws SQLException {
        BigDecimal committed = row.getBigDecimal(prefix + "committed");
        return committed == null ? Share.NONE : new Share(committed, row.getBigDecimal(prefix + "allocated"));
    }

    private Shelves shelves(List<Optional<Found>> rows, int limit) {
        Map<Shelf, Map<UUID, Candidate>> batches = new HashMap<>();
        Map<Pool, Shares> shares = new HashMap<>();
        for (Found found : rows.stream().flatMap(Optional::stream).toList()) {
            batches.computeIfAbsent(found.shelf(), shelf -> new LinkedHashMap<>())
                    .put(found.batch().batchId(), found.batch());
            shares.computeIfAbsent(
                            new Pool(found.shelf().product(), found.period()),
                            pool -> new Shares(found.all(), new HashMap<>()))
                    .byMember()
                    .put(found.batch().memberId(), found.own());
        }
        Map<Shelf, List<Candidate>> lists = new HashMap<>();
        batches.forEach((shelf, found) -> lists.put(shelf, List.copyOf(found.values())));
        boolean cutShort = lists.values().stream().anyMatch(found -> found.size() >= limit);
        return new Shelves(lists, shares, firm.today(), cutShort);
    }

    /** Steps that move units from on hand to reserved; a line takes from a batch once per statement. */
    public List<Step> reserving(List<Reserved> reserved) {
        UUID[] orders = reserved.stream().map(Reserved::orderId).toArray(UUID[]::new);
        Integer[] lines = reserved.stream().map(Reserved::line).toArray(Integer[]::new);
        UUID[] batches = reserved.stream().map(r -> r.taken().batchId()).toArray(UUID[]::new);
        BigDecimal[] quantities =
                reserved.stream().map(r -> r.taken().quantity()).toArray(BigDecimal[]::new);
        String[] products = reserved.stream().map(Reserved::product).toArray(String[]::new);
        String[] periods = reserved.stream().map(r -> r.period().toString()).toArray(String[]::new);
        UUID[] members = reserved.stream().map(r -> r.taken().memberId()).toArray(UUID[]::new);
        return List.of(
                Step.of("reserved", """
                        INSERT INTO reservation (order_id, line, batch_id, quantity) SELECT * FROM unnest(?, ?, ?, ?)
                        ON CONFLICT (order_id, line, batch_id)
                        DO UPDATE SET quantity = reservation.quantity + excluded.quantity
                        """, orders, lines, batches, quantities),
                Step.of("taken", """
                        UPDATE batch b SET on_hand = b.on_hand - t.quantity, reserved = b.reserved + t.quantity
                          FROM (SELECT batch_id, sum(quantity) AS quantity
                                  FROM unnest(?, ?) AS u (batch_id, quantity) GROUP BY batch_id) t
                         WHERE b.batch_id = t.batch_id
                        """, batches, quantities),
                Step.of("shared", """
                        INSERT INTO fair_share (product, period, member_id, allocated)
                        SELECT product, period, coalesce(member_id, ?), sum(quantity)
                          FROM unnest(?, ?, ?, ?) AS u (product, period, member_id, quantity)
                         GROUP BY GROUPING SETS ((product, period, member_id), (product, period))
                        ON CONFLICT (product, period, member_id)
                        DO UPDATE SET allocated = fair_share.allocated + excluded.allocated
                        """, ALL_PRODUCERS, products, periods, members, quantities));
    }

    /** What is said of a batch from now on. */
    public Kind stand(UUID batchId, Standing standing) {
        return sql.one(
                "UPDATE batch SET standing = ? WHERE batch_id = ? RETURNING product, grade, unit",
                row -> new Kind(row.getString("product"), row.getString("grade"), row.getString("unit")),
                standing,
                batchId);
    }

    /** Orders for which units of a batch are reserved. */
    public List<UUID> ordersOf(UUID batchId) {
        return sql.list(
                "SELECT DISTINCT order_id FROM reservation WHERE batch_id = ?",
                row -> Sql.uuid(row, "order_id"),
                batchId);
    }

    /** Moves all that is reserved of a batch back to on hand. */
    public List<ReleasedLine> releaseAll(UUID batchId) {
        return sql.list(
                """
                WITH gone AS (
                    DELETE FROM reservation WHERE batch_id = ? RETURNING order_id, line, quantity
                ), back AS (
                    UPDATE batch SET on_hand = on_hand + g.quantity, reserved = reserved - g.quantity
                      FROM (SELECT sum(quantity) AS quantity FROM gone HAVING count(*) > 0) g
                     WHERE batch_id = ?
                    RETURNING product, member_id
                ), part AS (
                    SELECT product, period, coalesce(member_id, ?) AS member_id, sum(quantity) AS quantity
                      FROM gone JOIN sales_order USING (order_id) CROSS JOIN back
                     GROUP BY GROUPING SETS ((product, period, member_id), (product, period))
                ), share AS (
                    UPDATE fair_share f SET allocated = f.allocated - p.quantity FROM part p
                     WHERE f.product = p.product AND f.period = p.period AND f.member_id = p.member_id
                )
                SELECT * FROM gone
                """,
                row -> new ReleasedLine(Sql.uuid(row, "order_id"), row.getInt("line"), row.getBigDecimal("quantity")),
                batchId,
                batchId,
                ALL_PRODUCERS);
    }

    /** Moves what is reserved for an order, of batches that expire on that day or before, back to on hand. */
    public List<Released> release(UUID orderId, Period period, LocalDate expiringBy) {
        return sql.list(
                """
                WITH gone AS (
                    DELETE FROM reservation r USING batch b
                     WHERE r.order_id = ? AND b.batch_id = r.batch_id AND b.expiry <= ?
                    RETURNING r.line, r.batch_id, r.quantity
                ), back AS (
                    UPDATE batch b SET on_hand = b.on_hand + g.quantity, reserved = b.reserved - g.quantity
                      FROM (SELECT batch_id, sum(quantity) AS quantity FROM gone GROUP BY batch_id) g
                     WHERE b.batch_id = g.batch_id
                    RETURNING b.batch_id, b.product, b.grade, b.member_id
                ), part AS (
                    SELECT product, coalesce(member_id, ?) AS member_id, sum(quantity) AS quantity
                      FROM gone JOIN back USING (batch_id)
                     GROUP BY GROUPING SETS ((product, member_id), (product))
                ), share AS (
                    UPDATE fair_share f SET allocated = f.allocated - p.quantity FROM part p
                     WHERE f.product = p.product AND f.period = ? AND f.member_id = p.member_id
                )
                SELECT line, product, grade, sum(quantity) AS quantity FROM gone JOIN back USING (batch_id)
                 GROUP BY line, product, grade ORDER BY line
                """,
                row -> new Released(
                        row.getInt("line"),
                        row.getString("product"),
                        row.getString("grade"),
                        row.getBigDecimal("quantity")),
                orderId,
                expiringBy,
                ALL_PRODUCERS,
                period.toString());
    }
}
