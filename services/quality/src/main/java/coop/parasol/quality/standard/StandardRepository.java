package coop.parasol.quality.standard;

import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The products that quality has heard of, each with the number of versions that its standard has. */
@ApplicationScoped
public class StandardRepository {

    private static final String WITH_CHARACTERISTIC = """
            select product, version from standard
             where (cast(:product as text) is null or product = cast(:product as text))
               and specification -> 'characteristics' @> jsonb_build_array(jsonb_build_object('name', :characteristic))
             order by product, version
            """;

    private static final String NOTE = """
            insert into product (code, version) select code, 0 from unnest(:products) as named (code) order by code
            on conflict do nothing
            """;
    private static final String LOCK = """
            select code as product, version from product where code = any(:products) order by code for update
            """;
    private static final String IN_FORCE = """
            select coalesce((select s.id from standard s
                              where s.product = m.product and s.published_at <= m.at order by s.version desc limit 1),
                            (select s.id from standard s where s.product = m.product order by s.version limit 1))
              from unnest(:products, :moments) with ordinality as m (product, at, position)
             order by m.position
            """;

    private final Jdbi jdbi;

    StandardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of a product's standard, without what it says. */
    public record Version(String product, int version) {}

    /** A moment at which a product is judged. */
    public record Moment(String product, Instant at) {}

    /**
     * Locks a product to the end of the transaction, and notes it if it is new. Whoever publishes a version and whoever
     * looks for one hold this lock, so that a batch that arrives meanwhile does not miss it.
     *
     * @return the newest version of its standard, 0 if it has none
     */
    public int lock(String product) {
        return lockAll(List.of(product)).getFirst().version();
    }

    /** The same for several products, in the order of their codes. */
    public List<Version> lockAll(Collection<String> products) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(NOTE)
                    .bindArray("products", String.class, products)
                    .execute();
            return handle.createQuery(LOCK)
                    .bindArray("products", String.class, products)
                    .mapTo(Version.class)
                    .list();
        });
    }

    /** The version of a product's standard at each of the moments, as {@link Standard#inForce} finds it. */
    public List<Optional<Standard>> inForce(List<Moment> moments) {
        List<@Nullable UUID> ids = jdbi.withHandle(handle -> handle.createQuery(IN_FORCE)
                .bindArray("products", String.class, Columns.of(moments, Moment::product))
                .bindArray("moments", Instant.class, Columns.of(moments, Moment::at))
                .mapTo(UUID.class)
                .list());
        Map<UUID, Standard> standards =
                Standard.<Standard>list(
                                "id in ?1",
                                ids.stream().filter(Objects::nonNull).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(standard -> standard.id, Function.identity()));
        return ids.stream()
                .map(id -> Optional.ofNullable(id).map(standards::get))
                .toList();
    }

    /** What versions say, by product and version. */
    public Map<Version, Standard> versions(Collection<Version> versions) {
        List<UUID> ids = jdbi.withHandle(handle -> handle.createQuery("""
                        select id from standard join unnest(:products, :versions) as named (product, version) using (product, version)
                        """)
                .bindArray("products", String.class, Columns.of(versions, Version::product))
                .bindArray("versions", Integer.class, Columns.of(versions, Version::version))
                .mapTo(UUID.class)
                .list());
        return Standard.<Standard>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        standard -> new Version(standard.product, standard.version), Function.identity()));
    }

    /** The codes of all products, in their order. */
    public List<String> products() {
        return jdbi.withHandle(handle -> handle.createQuery("select code from product order by code")
                .mapTo(String.class)
                .list());
    }

    /**
     * The versions that have a characteristic of this name.
     *
     * @param product whose versions, {@code null} for all products'
     */
    public List<Version> versionsWithCharacteristic(String characteristic, @Nullable String product) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_CHARACTERISTIC)
                .bindByType("product", product, String.class)
                .bind("characteristic", characteristic)
                .mapTo(Version.class)
                .list());
    }

    void setVersion(String product, int version) {
        jdbi.useHandle(handle -> handle.createUpdate("update product set version = :version where code = :product")
                .bind("product", product)
                .bind("version", version)
                .execute());
    }
}
