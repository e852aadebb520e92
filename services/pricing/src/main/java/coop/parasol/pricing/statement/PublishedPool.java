package coop.parasol.pricing.statement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The figures of a pool as they were published with one of its settlements. They never change. */
@Entity
public class PublishedPool extends PanacheEntityBase {

    @Id
    public UUID settlementId;

    @JdbcTypeCode(SqlTypes.JSON)
    public PoolFigures figures;

    /** Publishes the figures of a settlement that two persons have decided. */
    public static void publish(PoolFigures figures) {
        PublishedPool published = new PublishedPool();
        published.settlementId = figures.settlementId();
        published.figures = figures;
        published.persist();
    }

    /** The figures of some settlements, by the settlement; those that have none are left out. */
    static Map<UUID, PoolFigures> of(Collection<UUID> settlements) {
        return PublishedPool.<PublishedPool>list("settlementId in ?1", settlements).stream()
                .collect(Collectors.toMap(published -> published.settlementId, published -> published.figures));
    }
}
