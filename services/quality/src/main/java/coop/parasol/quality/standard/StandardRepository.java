package coop.parasol.quality.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    private final Jdbi jdbi;

    StandardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of a product's standard, without what it says. */
    public record Version(String product, int version) {}

    /**
     * Locks a product to the end of the transaction, and notes it if it is new. Whoever publishes a version and whoever
     * looks for one hold this lock, so that a batch that arrives meanwhile does not miss it.
     *
     * @return the newest version of its standard, 0 if it has none
     */
    public int lock(String product) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into product (code, version) values (:product, 0) on conflict do nothing")
                    .bind("product", product)
                    .execute();
            return handle.createQuery("select version from product where code = :product for update")
                    .bind("product", product)
                    .mapTo(Integer.class)
                    .one();
        });
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
