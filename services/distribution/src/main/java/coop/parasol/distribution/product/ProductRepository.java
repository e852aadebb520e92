package coop.parasol.distribution.product;

import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Products. A product's row is also the lock on its stock, back-orders and fair shares: whoever changes those holds it,
 * several at once are taken in the order of their codes, and before any other lock.
 */
@ApplicationScoped
public class ProductRepository {

    private final Jdbi jdbi;

    ProductRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Locks products until the transaction ends. */
    public void lock(Collection<String> codes) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select code from product where code = any(:codes) order by code for no key update")
                .bindArray("codes", String.class, codes)
                .mapTo(String.class)
                .list());
    }

    /**
     * Locks products that nobody else has locked, and leaves the others out.
     *
     * @param candidates a query with the columns {@code product} and {@code oldest}, by which those come first that have waited longest
     */
    public List<String> lockFree(Part candidates, int maxProducts) {
        Part named = new Part("candidates", candidates.sql(), candidates.parameters());
        return jdbi.withHandle(handle -> CombinedStatement.of(List.of(named))
                .query(handle, """
                    select p.code from product p join candidates c on c.product = p.code
                     order by c.oldest limit :maxProducts for no key update of p skip locked
                    """)
                .bind("maxProducts", maxProducts)
                .mapTo(String.class)
                .list());
    }

    /** Products as a part of a larger statement, without those that have no standard. Columns: code, unit, grades. */
    public static Part part(String name, Collection<String> codes) {
        return new Part(
                name,
                "select code, unit, grades from product where code = any(:codes) and standard_version > 0",
                statement -> statement.bindArray("codes", String.class, codes));
    }

    /**
     * Locks products for a consumer of events, and records their codes first where goods or commitments are heard of before
     * the standard. A transaction over a batch of events cannot take all of its locks in the order of their codes, so it gives up
     * after 500 ms, before PostgreSQL (deadlock_timeout, 1 s) would make somebody's order the victim; it is tried again.
     */
    public void lockOrCreateForConsumer(Collection<String> codes) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                    with shorter_wait as materialized (select set_config('lock_timeout', '500ms', true))
                    insert into product (code)
                    select code from shorter_wait, unnest(:codes) as named (code) order by code on conflict do nothing
                    """).bindArray("codes", String.class, codes).execute());
        lock(codes);
    }

    /** Locks products for a consumer of events, which gives up after 500 ms as in {@link #lockOrCreateForConsumer}. */
    public void lockForConsumer(Collection<String> codes) {
        jdbi.useHandle(handle -> handle.createQuery("select set_config('lock_timeout', '500ms', true)")
                .mapTo(String.class)
                .one());
        lock(codes);
    }

    /** Empty where there is no such product or it has no standard yet. */
    public Optional<Product> find(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select code, name, unit, grades from product where standard_version > 0 and code = :code")
                .bind("code", code)
                .mapTo(Product.class)
                .findOne());
    }

    /** Those of the products that have a standard, by code. */
    public Map<String, Product> ofCodes(Collection<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select code, name, unit, grades from product where standard_version > 0 and code = any(:codes)")
                .bindArray("codes", String.class, codes)
                .mapTo(Product.class)
                .collect(Collectors.toMap(Product::code, product -> product)));
    }

    /** The unit of each product that has a standard, by code. */
    public Map<String, String> units() {
        return jdbi.withHandle(handle -> handle.createQuery("select code, unit from product where standard_version > 0")
                .map((row, context) -> Map.entry(row.getString("code"), row.getString("unit")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Products with a standard in the order of their codes. */
    public List<Product> page(String after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select code, name, unit, grades from product where standard_version > 0 and code > :after
             order by code limit :maxRows
            """)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Product.class)
                .list());
    }

    private record ShelfLife(String code, int days) {}

    /** Days from manufacture to the last day of sale of those of the products that age, by their latest standard. */
    public Map<String, Integer> shelfLives(Collection<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select code, shelf_life_days as days from product
             where code = any(:codes) and shelf_life_days is not null
            """)
                .bindArray("codes", String.class, codes)
                .mapTo(ShelfLife.class)
                .collect(Collectors.toMap(ShelfLife::code, ShelfLife::days)));
    }

    /**
     * Stores a version of a product's standard; a version older than the one on record changes nothing.
     *
     * @param shelfLifeDays null where the goods do not age
     */
    void publishStandard(Product product, int version, @Nullable Integer shelfLifeDays) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into product (code, standard_version, name, unit, grades, shelf_life_days)
            values (:code, :version, :name, :unit, :grades, :shelfLifeDays)
            on conflict (code) do update
               set standard_version = excluded.standard_version, name = excluded.name,
                   unit = excluded.unit, grades = excluded.grades,
                   shelf_life_days = excluded.shelf_life_days
             where product.standard_version < excluded.standard_version
            """)
                .bind("code", product.code())
                .bind("version", version)
                .bind("name", product.name())
                .bind("unit", product.unit())
                .bind("shelfLifeDays", shelfLifeDays)
                .bindArray("grades", String.class, product.grades())
                .execute());
    }
}
