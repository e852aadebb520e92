package coop.parasol.production.batch;

import coop.parasol.contracts.Quantity;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a producer has made; quality says what becomes of it. */
@Entity
public class Batch extends PanacheEntityBase {

    /**
     * REPORTED until quality has judged it; REWORKED after a rejection, until it is judged again; what is certified may be
     * suspended, recalled or go out of date.
     */
    public enum State {
        REPORTED,
        CERTIFIED,
        REJECTED,
        REWORKED,
        SCRAPPED,
        SUSPENDED,
        RECALLED,
        EXPIRED
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;
    public String lot;
    public BigDecimal quantity;
    public String unit;
    public LocalDate madeOn;
    public @Nullable LocalDate bestBefore;
    public String route;
    public @Nullable UUID commitmentId;

    @Enumerated(EnumType.STRING)
    public State state;

    public @Nullable String grade;
    public @Nullable String reason;
    public Instant reportedAt;

    static Optional<Batch> of(UUID memberId, String lot) {
        return find("memberId = ?1 and lot = ?2", memberId, lot).singleResultOptional();
    }

    public Quantity made() {
        return new Quantity(quantity, unit);
    }
}
