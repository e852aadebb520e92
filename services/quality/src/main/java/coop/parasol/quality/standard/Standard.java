package coop.parasol.quality.standard;

import coop.parasol.quality.standard.rules.Definition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a product's standard. */
@Entity
public class Standard extends PanacheEntityBase {

    @Id
    public UUID id;

    public String product;
    public int version;
    public String name;
    public String unit;

    @JdbcTypeCode(SqlTypes.JSON)
    public Definition content;

    /** absent in versions of before drafts */
    public @Nullable String draftedBy;

    public String publishedBy;
    public Instant publishedAt;

    static Optional<Standard> of(String product, int version) {
        return find("product = ?1 and version = ?2", product, version).singleResultOptional();
    }

    /** A version that a batch was sampled by, so that it exists. */
    public static Standard version(String product, int version) {
        return of(product, version).orElseThrow();
    }

    /** The newest version. */
    public static Optional<Standard> current(String product) {
        return find("product = ?1 order by version desc", product).firstResultOptional();
    }

    /** The version in force at that time; the first one if the clocks of two machines differ by a moment. */
    public static Optional<Standard> inForce(String product, Instant at) {
        return Standard.<Standard>find("product = ?1 and publishedAt <= ?2 order by version desc", product, at)
                .<Standard>firstResultOptional()
                .or(() -> find("product = ?1 order by version", product).firstResultOptional());
    }

    /** Newest versions in the order of product codes, those with {@code words} in code or name. */
    static List<Standard> page(String words, String after, int fetch) {
        String pattern = "%"
                + words.toLowerCase(java.util.Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_") + "%";
        return find(
                        "from Standard standard where product > ?1 and version = (select max(other.version) from Standard other"
                                + " where other.product = standard.product) and (lower(name) like ?2 escape '!' or lower(product) like ?2 escape '!')"
                                + ""
                                + " order by product",
                        after,
                        pattern)
                .range(0, fetch - 1)
                .list();
    }
}
