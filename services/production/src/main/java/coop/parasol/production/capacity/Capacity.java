package coop.parasol.production.capacity;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much a producer declares it could make of a product in an ISO week. */
@Entity
public class Capacity extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    /** ISO week */
    public String period;

    public BigDecimal quantity;
    public String unit;

    @Version
    public long version;

    /** The capacity declared earlier, or a new one that is not yet stored. */
    static Capacity findOrCreate(UUID memberId, String product, Period period) {
        return Capacity.<Capacity>find(
                        "memberId = ?1 and product = ?2 and period = ?3", memberId, product, period.toString())
                .singleResultOptional()
                .orElseGet(() -> create(memberId, product, period));
    }

    /** What a member has declared for a product and week; empty if nothing. */
    public static Optional<Quantity> declaredFor(UUID memberId, String product, Period week) {
        return Capacity.<Capacity>find(
                        "memberId = ?1 and product = ?2 and period = ?3", memberId, product, week.toString())
                .singleResultOptional()
                .map(Capacity::declared);
    }

    /** In the order they were first declared, of one member or, with null, of all. */
    static List<Capacity> inOrder(@Nullable UUID memberId, UUID after, int maxRows) {
        return (memberId == null
                        ? Capacity.<Capacity>find("id > ?1 order by id", after)
                        : Capacity.<Capacity>find("memberId = ?1 and id > ?2 order by id", memberId, after))
                .range(0, maxRows - 1)
                .list();
    }

    Quantity declared() {
        return new Quantity(quantity, unit);
    }

    private static Capacity create(UUID memberId, String product, Period period) {
        Capacity capacity = new Capacity();
        capacity.id = Ids.next();
        capacity.memberId = memberId;
        capacity.product = product;
        capacity.period = period.toString();
        return capacity;
    }
}
