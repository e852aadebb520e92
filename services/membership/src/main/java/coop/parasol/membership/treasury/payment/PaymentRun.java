package coop.parasol.membership.treasury.payment;

import coop.parasol.persistence.QueryCondition;
import coop.parasol.web.SortPlace;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payables that go to the bank in one file: drafted by one treasurer, approved by another. Amounts in minor units. */
@Entity
public class PaymentRun extends PanacheEntityBase {

    /** A draft is approved, or withdrawn; neither is undone. */
    public enum State {
        DRAFT,
        APPROVED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public State state;

    public LocalDate dueUntil;
    public int payables;
    public long total;
    public String draftedBy;
    public Instant draftedAt;
    public @Nullable String approvedBy;
    public @Nullable Instant approvedAt;

    @Version
    public long version;

    /** @param state in this state only; null for all */
    static List<PaymentRun> page(@Nullable State state, SortPlace place, int maxRows) {
        QueryCondition condition =
                new QueryCondition(place.condition("?1", "?2"), place.numbered()).and("state =", state);
        return PaymentRun.<PaymentRun>find(condition.orderedBy(place.order()), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    static Optional<PaymentRun> lock(UUID id) {
        return PaymentRun.<PaymentRun>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
