package coop.parasol.production.capacity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** What a producer says it could make of a product in a week. */
@Entity
public class Capacity extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;
    public String product;
    public String period;
    public BigDecimal quantity;
    public String unit;

    @Version
    public long version;

    static Optional<Capacity> of(UUID memberId, String product, String period) {
        return find("memberId = ?1 and product = ?2 and period = ?3", memberId, product, period)
                .singleResultOptional();
    }
}
