package coop.parasol.membership.books.manualentry;

import coop.parasol.persistence.QueryCondition;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journal entry that a treasurer has proposed by hand; nothing is posted before a second person has approved it. */
@Entity
public class ManualEntry extends PanacheEntityBase {

    /** {@code PROPOSED -> POSTED} or {@code WITHDRAWN}. */
    public enum State {
        PROPOSED,
        POSTED,
        WITHDRAWN
    }

    /** One line: the account's name and minor units, debits positive. */
    @Embeddable
    public static class Line {
        public String account;
        public long amount;
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public State state;

    public LocalDate bookedOn;
    public String narrative;
    public @Nullable String reference;
    public @Nullable Long reverses;
    public String proposedBy;
    public Instant proposedAt;
    public @Nullable String decidedBy;
    public @Nullable Instant decidedAt;
    public @Nullable Long entry;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "manual_entry_line", joinColumns = @JoinColumn(name = "manual_entry_id"))
    @OrderColumn(name = "line")
    public List<Line> lines = new ArrayList<>();

    @Version
    public long version;

    /**
     * The newest first.
     *
     * @param state in this state only; null for all
     */
    static List<ManualEntry> newest(@Nullable State state, UUID before, int maxRows) {
        QueryCondition condition = new QueryCondition("id < ?1", before).and("state =", state);
        return ManualEntry.<ManualEntry>find(condition.orderedBy("id desc"), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    static Optional<ManualEntry> lock(UUID id) {
        return ManualEntry.<ManualEntry>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
