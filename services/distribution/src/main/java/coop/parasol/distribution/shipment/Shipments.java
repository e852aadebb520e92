package coop.parasol.distribution.shipment;

import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import coop.parasol.distribution.shipment.Shipment.Goods;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of shipments and their goods, and what they mean to batches and order lines. */
@ApplicationScoped
class Shipments {

    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;
    private final Firm firm;

    Shipments(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    long nextSerial() {
        return sql.one("SELECT nextval('shipping_unit')", row -> row.getLong(1));
    }

    /** Moves all that is reserved for an order and certified now from reserved to dispatched. */
    List<Goods> takeReserved(UUID orderId) {
        return sql.list("""
                WITH gone AS (
                    DELETE FROM reservation r USING batch b
                     WHERE r.order_id = ? AND b.batch_id = r.batch_id AND b.standing = 'CERTIFIED'
                    RETURNING r.line, r.batch_id, r.quantity
                ), moved AS (
                    UPDATE batch b SET reserved = b.reserved - g.quantity, dispatched = b.dispatched + g.quantity
                      FROM (SELECT batch_id, sum(quantity) AS quantity FROM gone GROUP BY batch_id) g
                     WHERE b.batch_id = g.batch_id
                    RETURNING b.batch_id, b.product, b.grade, b.member_id, b.lot, b.owner
                ), counted AS (
                    UPDATE order_line l SET dispatched = l.dispatched + g.quantity
                      FROM (SELECT line, sum(quantity) AS quantity FROM gone GROUP BY line) g
                     WHERE l.order_id = ? AND l.line = g.line
                    RETURNING l.line, l.unit, l.unit_price
                )
                SELECT line, product, grade, batch_id, member_id, lot, owner, quantity, unit, unit_price
                  FROM gone JOIN moved USING (batch_id) JOIN counted USING (line)
                 ORDER BY line, lot, batch_id
                """, this::goods, orderId, orderId);
    }

    void insert(Shipment shipment) {
        List<Goods> goods = shipment.goods();
        sql.together(List.of(
                Step.of(
                        "shipped",
                        """
                        INSERT INTO shipment (shipment_id, sscc, order_id, partner_id, state, dispatched_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                        shipment.shipmentId(),
                        shipment.sscc(),
                        shipment.orderId(),
                        shipment.partnerId(),
                        shipment.state(),
                        shipment.dispatchedAt()),
                Step.of(
                        "goods",
                        """
                        INSERT INTO shipped_goods (shipment_id, line, product, grade, batch_id, member_id, lot, owner,
                                                   quantity, unit, unit_price)
                        SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        shipment.shipmentId(),
                        goods.stream().map(Goods::line).toArray(Integer[]::new),
                        goods.stream().map(Goods::product).toArray(String[]::new),
                        goods.stream().map(Goods::grade).toArray(String[]::new),
                        goods.stream().map(Goods::batchId).toArray(UUID[]::new),
                        goods.stream().map(Goods::memberId).toArray(UUID[]::new),
                        goods.stream().map(Goods::lot).toArray(String[]::new),
                        goods.stream().map(Goods::owner).toArray(String[]::new),
                        goods.stream().map(part -> part.quantity().value()).toArray(BigDecimal[]::new),
                        goods.stream().map(part -> part.quantity().unit()).toArray(String[]::new),
                        goods.stream().map(part -> part.unitPrice().minor()).toArray(Long[]::new))));
    }

    /** Moves a shipment's goods from dispatched to delivered. */
    void deliver(Shipment delivered) {
        sql.update(
                """
                WITH arrived AS (
                    SELECT line, batch_id, quantity FROM shipped_goods WHERE shipment_id = ?
                ), moved AS (
                    UPDATE batch b SET dispatched = b.dispatched - a.quantity, delivered = b.delivered + a.quantity
                      FROM (SELECT batch_id, sum(quantity) AS quantity FROM arrived GROUP BY batch_id) a
                     WHERE b.batch_id = a.batch_id
                ), counted AS (
                    UPDATE order_line l SET delivered = l.delivered + a.quantity
                      FROM (SELECT line, sum(quantity) AS quantity FROM arrived GROUP BY line) a
                     WHERE l.order_id = ? AND l.line = a.line
                )
                UPDATE shipment SET state = ?, delivered_at = ? WHERE shipment_id = ?
                """,
                delivered.shipmentId(),
                delivered.orderId(),
                delivered.state(),
                delivered.deliveredAt(),
                delivered.shipmentId());
    }

    /** With its goods. */
    Optional<Shipment> find(UUID shipmentId) {
        List<Goods> goods = sql.list(
                "SELECT * FROM shipped_goods WHERE shipment_id = ? ORDER BY line, lot, batch_id",
                this::goods,
                shipmentId);
        return sql.find("SELECT * FROM shipment WHERE shipment_id = ?", row -> shipment(row, goods), shipmentId);
    }

    /** Newest first. */
    List<Shipment> page(@Nullable UUID partnerId, Optional<UUID> before, int limit) {
        return sql.list(
                "SELECT * FROM shipment WHERE shipment_id < ?"
                        + (partnerId == null ? " AND ?::uuid IS NULL" : " AND partner_id = ?")
                        + " ORDER BY shipment_id DESC LIMIT ?",
                row -> shipment(row, List.of()),
                before.orElse(LAST),
                partnerId,
                limit);
    }

    private static Shipment shipment(ResultSet row, List<Goods> goods) throws SQLException {
        return new Shipment(
                Sql.uuid(row, "shipment_id"),
                row.getString("sscc"),
                Sql.uuid(row, "order_id"),
                Sql.uuid(row, "partner_id"),
                row.getString("state"),
                Objects.requireNonNull(Sql.instant(row, "dispatched_at")),
                Sql.instant(row, "delivered_at"),
                goods);
    }

    private Goods goods(ResultSet row) throws SQLException {
        return new Goods(
                row.getInt("line"),
                row.getString("product"),
                row.getString("grade"),
                Sql.uuid(row, "batch_id"),
                Sql.uuid(row, "member_id"),
                row.getString("lot"),
                row.getString("owner"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                firm.money(row, "unit_price"));
    }
}
