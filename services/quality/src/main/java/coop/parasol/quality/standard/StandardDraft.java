package coop.parasol.quality.standard;

import coop.parasol.quality.standard.rules.Definition;
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

/** A standard that one person of the quality desk has drafted and another publishes. */
@Entity
public class StandardDraft extends PanacheEntityBase {

    /** DRAFT -> PUBLISHED by a second person, or DRAFT -> WITHDRAWN. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    public String product;

    @JdbcTypeCode(SqlTypes.JSON)
    public Definition content;

    @Enumerated(EnumType.STRING)
    public State state;

    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;

    /** the version it was published as */
    public @Nullable Integer version;

    static Optional<StandardDraft> lock(UUID id) {
        return StandardDraft.<StandardDraft>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Drafts that wait for approval. */
    static List<StandardDraft> open(UUID after, int fetch) {
        return StandardDraft.<StandardDraft>find("id > ?1 and state = ?2 order by id", after, State.DRAFT)
                .range(0, fetch - 1)
                .list();
    }
}
