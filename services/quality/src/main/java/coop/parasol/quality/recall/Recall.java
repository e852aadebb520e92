package coop.parasol.quality.recall;

import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.quality.recall.rules.Action;
import coop.parasol.quality.recall.rules.Selection;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A decision about many batches, and how far it is carried out. */
@Entity
public class Recall extends PanacheEntityBase {

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public Action action;

    @Enumerated(EnumType.STRING)
    public @Nullable RecallClass recallClass;

    public String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    public Selection selection;

    public String decidedBy;
    public Instant decidedAt;
    public int selected;
    public int changed;
    public int unchanged;
    public @Nullable Instant finishedAt;

    /** Those that are not carried out yet, in the order of the decisions. */
    static List<UUID> unfinished() {
        return find("select id from Recall where finishedAt is null order by id")
                .project(UUID.class)
                .list();
    }

    /** If it is not carried out yet and nobody works on it; locked. */
    static Optional<Recall> lockUnfinished(UUID id) {
        return Panache.getSession()
                .createNativeQuery(
                        "select * from recall where id = ?1 and finished_at is null for update skip locked",
                        Recall.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }
}
