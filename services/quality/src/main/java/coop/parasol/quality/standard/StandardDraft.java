package coop.parasol.quality.standard;

import coop.parasol.quality.standard.rules.Specification;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a product must be, as one person of the quality desk has drafted it and another may publish it. */
@Entity
public class StandardDraft extends PanacheEntityBase {

    /** {@code DRAFT --> PUBLISHED} by a second person, or {@code DRAFT --> WITHDRAWN}. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    public String product;

    @JdbcTypeCode(SqlTypes.JSON)
    public Specification specification;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    /** the version as which it was published */
    public @Nullable Integer version;

    static Optional<StandardDraft> lock(UUID id) {
        return StandardDraft.<StandardDraft>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Drafts that wait for a second person, in the order of their ids. */
    static List<StandardDraft> open(UUID after, int maxRows) {
        return StandardDraft.<StandardDraft>find("id > ?1 and state = ?2 order by id", after, State.DRAFT)
                .range(0, maxRows - 1)
                .list();
    }

    void published(int asVersion, String by, Instant at) {
        state = State.PUBLISHED;
        version = asVersion;
        decidedBy = by;
        decidedAt = at;
    }

    void withdraw(String by, Instant at) {
        state = State.WITHDRAWN;
        decidedBy = by;
        decidedAt = at;
    }
}
