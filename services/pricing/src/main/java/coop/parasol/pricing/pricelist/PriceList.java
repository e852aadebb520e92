package coop.parasol.pricing.pricelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices that one person has drafted and another publishes. */
@Entity
public class PriceList extends PanacheEntityBase {

    /** DRAFT -> PUBLISHED by a second person, or DRAFT -> WITHDRAWN. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String approvedBy;
    public @Nullable Instant publishedAt;

    static Optional<PriceList> lock(UUID id) {
        return PriceList.<PriceList>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
