package coop.parasol.distribution.catalogue;

import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.Sql;
import coop.parasol.distribution.catalogue.rules.PublishedPrice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of prices: those in force and those to come. */
@ApplicationScoped
public class Prices {

    private final Sql sql;
    private final Firm firm;

    Prices(Sql sql, Firm firm) {
        this.sql = sql;
        this.firm = firm;
    }

    /** All prices of some products, of one tier or of all. */
    public List<PublishedPrice> of(Collection<String> products, @Nullable String tier) {
        return sql.list("""
                SELECT * FROM price WHERE product = ANY (?) AND (tier = ? OR ?)
                 ORDER BY product, grade, tier, minimum_quantity, valid_from
                """, this::read, products.toArray(String[]::new), tier == null ? "" : tier, tier == null);
    }

    /** Keeps a price, and forgets those that it or another has already replaced: they can never apply again. */
    void publish(PublishedPrice price, Instant now) {
        sql.update(
                """
                INSERT INTO price (price_id, product, grade, tier, minimum_quantity, unit, unit_price, valid_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                price.priceId(),
                price.product(),
                price.grade(),
                price.tier(),
                price.minimumQuantity().value(),
                price.minimumQuantity().unit(),
                price.unitPrice().minor(),
                price.validFrom());
        sql.update(
                """
                DELETE FROM price old USING price successor
                 WHERE successor.product = ? AND successor.grade = ? AND successor.tier = ?
                   AND successor.minimum_quantity = ? AND successor.valid_from <= ?
                   AND (old.product, old.grade, old.tier, old.minimum_quantity)
                     = (successor.product, successor.grade, successor.tier, successor.minimum_quantity)
                   AND (old.valid_from, old.price_id::text) < (successor.valid_from, successor.price_id::text)
                """,
                price.product(),
                price.grade(),
                price.tier(),
                price.minimumQuantity().value(),
                now);
    }

    private PublishedPrice read(ResultSet row) throws SQLException {
        return new PublishedPrice(
                Sql.uuid(row, "price_id"),
                row.getString("product"),
                row.getString("grade"),
                row.getString("tier"),
                new Quantity(row.getBigDecimal("minimum_quantity"), row.getString("unit")),
                firm.money(row, "unit_price"),
                Objects.requireNonNull(Sql.instant(row, "valid_from")));
    }
}
