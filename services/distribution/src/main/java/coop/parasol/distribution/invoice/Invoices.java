package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.Sql.Step;
import coop.parasol.distribution.invoice.Invoice.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables of invoices and their lines. */
@ApplicationScoped
class Invoices {

    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;
    private final Firm firm;

    Invoices(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    /** The next count of a year; its row stays locked until the transaction ends, so that there are no gaps. */
    int nextOf(int year) {
        return sql.one("""
                INSERT INTO invoice_year (year, last) VALUES (?, 1)
                ON CONFLICT (year) DO UPDATE SET last = invoice_year.last + 1 RETURNING last
                """, row -> row.getInt(1), year);
    }

    void insert(Invoice invoice, List<Line> lines) {
        sql.together(List.of(
                Step.of(
                        "issued",
                        """
                        INSERT INTO invoice (invoice_id, number, order_id, shipment_id, partner_id, total, state,
                                             issued_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        invoice.invoiceId(),
                        invoice.invoiceNumber(),
                        invoice.orderId(),
                        invoice.shipmentId(),
                        invoice.partnerId(),
                        invoice.total().minor(),
                        invoice.state(),
                        invoice.issuedAt()),
                Step.of(
                        "lines",
                        """
                        INSERT INTO invoice_line (invoice_id, no, line, product, grade, batch_id, member_id, lot,
                                                  quantity, unit, unit_price, amount)
                        SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        invoice.invoiceId(),
                        IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new),
                        lines.stream().map(Line::line).toArray(Integer[]::new),
                        lines.stream().map(Line::product).toArray(String[]::new),
                        lines.stream().map(Line::grade).toArray(String[]::new),
                        lines.stream().map(Line::batchId).toArray(UUID[]::new),
                        lines.stream().map(Line::memberId).toArray(UUID[]::new),
                        lines.stream().map(Line::lot).toArray(String[]::new),
                        lines.stream().map(line -> line.quantity().value()).toArray(BigDecimal[]::new),
                        lines.stream().map(line -> line.quantity().unit()).toArray(String[]::new),
                        lines.stream().map(line -> line.unitPrice().minor()).toArray(Long[]::new),
                        lines.stream().map(line -> line.amount().minor()).toArray(Long[]::new))));
    }

    void pay(Invoice paid) {
        sql.update(
                "UPDATE invoice SET state = ?, paid_at = ?, bank_reference = ? WHERE invoice_id = ?",
                paid.state(),
                paid.paidAt(),
                paid.bankReference(),
                paid.invoiceId());
    }

    Optional<Invoice> find(UUID invoiceId) {
        return sql.find("SELECT * FROM invoice WHERE invoice_id = ?", this::read, invoiceId)
                .map(this::withLines);
    }

    Optional<Invoice> ofShipment(UUID shipmentId) {
        return sql.find("SELECT * FROM invoice WHERE shipment_id = ?", this::read, shipmentId);
    }

    Invoice lock(UUID invoiceId) {
        return withLines(
                sql.one("SELECT * FROM invoice WHERE invoice_id = ? FOR NO KEY UPDATE", this::read, invoiceId));
    }

    /** Newest first. */
    List<Invoice> page(@Nullable UUID partnerId, Optional<UUID> before, int limit) {
        return sql.list(
                "SELECT * FROM invoice WHERE invoice_id < ?"
                        + (partnerId == null ? " AND ?::uuid IS NULL" : " AND partner_id = ?")
                        + " ORDER BY invoice_id DESC LIMIT ?",
                this::read,
                before.orElse(LAST),
                partnerId,
                limit);
    }

    private Invoice withLines(Invoice invoice) {
        return invoice.with(sql.list(
                "SELECT * FROM invoice_line WHERE invoice_id = ? ORDER BY no",
                row -> new Line(
                        row.getInt("line"),
                        row.getString("product"),
                        row.getString("grade"),
                        Sql.uuid(row, "batch_id"),
                        row.getObject("member_id", UUID.class),
                        row.getString("lot"),
                        new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                        firm.money(row, "unit_price"),
                        firm.money(row, "amount")),
                invoice.invoiceId()));
    }

    private Invoice read(ResultSet row) throws SQLException {
        return new Invoice(
                Sql.uuid(row, "invoice_id"),
                row.getString("number"),
                Sql.uuid(row, "order_id"),
                Sql.uuid(row, "shipment_id"),
                Sql.uuid(row, "partner_id"),
                firm.money(row, "total"),
                row.getString("state"),
                Objects.requireNonNull(Sql.instant(row, "issued_at")),
                Sql.instant(row, "paid_at"),
                row.getString("bank_reference"),
                null);
    }
}
