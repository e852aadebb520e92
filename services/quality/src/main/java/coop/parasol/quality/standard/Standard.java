package coop.parasol.quality.standard;

import coop.parasol.quality.standard.rules.Specification;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** One published version of a product's standard. A database trigger keeps it from changing. */
@Entity
@Immutable
public class Standard extends PanacheEntityBase {

    private static final String NEWEST_THAT_CONTAIN = """
            from Standard standard where product > ?1
              and version = (select max(other.version) from Standard other where other.product = standard.product)
              and (lower(name) like ?2 escape '!' or lower(product) like ?2 escape '!')
            order by product
            """;

    @Id
    public UUID id;

    @NaturalId
    public String product;

    @NaturalId
    public int version;

    public String name;
    public String unit;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public Specification specification;

    public String draftedBy;
    public String publishedBy;
    public Instant publishedAt;

    /** A version of a product's standard, read once in a transaction. */
    public static Optional<Standard> find(String product, int version) {
        return getEntityManager()
                .unwrap(Session.class)
                .byNaturalId(Standard.class)
                .using("product", product)
                .using("version", version)
                .loadOptional();
    }

    /** A version by which a batch is judged, so that it exists. */
    public static Standard version(String product, int version) {
        return find(product, version).orElseThrow();
    }

    /** The newest version of a product's standard. */
    public static Optional<Standard> current(String product) {
        return find("product = ?1 order by version desc", product).firstResultOptional();
    }

    /**
     * The version in force at a moment. A batch whose report is dated just before the first version, because the clocks
     * of two machines differ, is judged by the first version.
     */
    public static Optional<Standard> inForce(String product, Instant at) {
        return Standard.<Standard>find("product = ?1 and publishedAt <= ?2 order by version desc", product, at)
                .<Standard>firstResultOptional()
                .or(() -> find("product = ?1 order by version", product).firstResultOptional());
    }

    /**
     * The newest versions that contain a text, in upper or lower case, in product code or name.
     *
     * @param after the product code after which the list begins
     */
    static List<Standard> search(String text, String after, int maxRows) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return Standard.<Standard>find(NEWEST_THAT_CONTAIN, after, "%" + escaped + "%")
                .range(0, maxRows - 1)
                .list();
    }
}
