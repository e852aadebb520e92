package coop.parasol.distribution.catalogue;

import coop.parasol.distribution.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The table of products. A product's row is also the lock on its stock, back-orders and shares: whoever changes those
 * holds it, several at once are taken in the order of their codes, and before any other lock.
 */
@ApplicationScoped
public class Products {

    private static final String WITH_STANDARD = "code, name, unit, grades FROM product WHERE standard_version > 0 ";

    private final Sql sql;

    Products(Sql sql) {
        this.sql = sql;
    }

    /**
     * For consumers of events: makes sure there is a row to lock, also where goods or commitments are heard of before
     * the standard. A transaction over a batch of events cannot take its locks in the order of their codes, so it gives
     * up before PostgreSQL (deadlock_timeout, 1 s) would make somebody's order the victim, and is tried again.
     */
    public void lockEvenIfNew(String code) {
        sql.update("""
                WITH patience AS MATERIALIZED (SELECT set_config('lock_timeout', '500ms', true))
                INSERT INTO product (code) SELECT ? FROM patience ON CONFLICT DO NOTHING
                """, code);
        lock(List.of(code));
    }

    /** For consumers of events, with the same patience. */
    public void lockForConsumer(Collection<String> codes) {
        sql.list("SELECT set_config('lock_timeout', '500ms', true)", row -> row.getString(1));
        lock(codes);
    }

    public void lock(Collection<String> codes) {
        sql.list(
                "SELECT code FROM product WHERE code = ANY (?) ORDER BY code FOR NO KEY UPDATE",
                row -> row.getString(1),
                (Object) codes.toArray(String[]::new));
    }

    Optional<Product> find(String code) {
        return sql.find("SELECT " + WITH_STANDARD + "AND code = ?", Products::read, code);
    }

    List<Product> page(String after, int limit) {
        return sql.list("SELECT " + WITH_STANDARD + "AND code > ? ORDER BY code LIMIT ?", Products::read, after, limit);
    }

    /** A standard's version; an older one than that on record changes nothing. */
    void standard(Product product, int version) {
        sql.update(
                """
                INSERT INTO product (code, standard_version, name, unit, grades) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE
                   SET standard_version = excluded.standard_version, name = excluded.name,
                       unit = excluded.unit, grades = excluded.grades
                 WHERE product.standard_version < excluded.standard_version
                """,
                product.code(),
                version,
                product.name(),
                product.unit(),
                product.grades().toArray(String[]::new));
    }

    static Product read(ResultSet row) throws SQLException {
        return new Product(
                row.getString("code"), row.getString("name"), row.getString("unit"), Sql.texts(row, "grades"));
    }
}
