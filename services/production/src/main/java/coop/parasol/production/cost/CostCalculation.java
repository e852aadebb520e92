package coop.parasol.production.cost;

import coop.parasol.production.cost.rules.UnitCost;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a producer has calculated of its costs of a product. It alone reads it; no event and nobody else's call tells it. */
@Entity
public class CostCalculation extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;

    /** in the producer's own words */
    public String name;

    public String product;

    @JdbcTypeCode(SqlTypes.JSON)
    public UnitCost.Basis basis;

    public Instant changedAt;

    @Version
    public long version;

    /** One of a producer's own. */
    static Optional<CostCalculation> own(UUID memberId, UUID id) {
        return find("id = ?1 and memberId = ?2", id, memberId).singleResultOptional();
    }

    /** A producer's own, in the order in which they were made. */
    static List<CostCalculation> ofMember(UUID memberId, UUID after, int maxRows) {
        return CostCalculation.<CostCalculation>find("memberId = ?1 and id > ?2 order by id", memberId, after)
                .range(0, maxRows - 1)
                .list();
    }

    static long countOf(UUID memberId) {
        return count("memberId", memberId);
    }

    /** All that a firm has calculated is erased with what is personal of it. */
    public static void erase(UUID memberId) {
        delete("memberId", memberId);
    }
}
