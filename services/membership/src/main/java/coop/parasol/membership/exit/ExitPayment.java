package coop.parasol.membership.exit;

import coop.parasol.membership.exit.rules.ExitPaymentState;
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

/** One part of what a leaving member is paid: an instalment, or what is left of its holdback. Amounts in minor units. */
@Entity
public class ExitPayment extends PanacheEntityBase {

    /** Where the money comes from. */
    public enum Kind {
        INSTALMENT,
        HOLDBACK
    }

    @Id
    public UUID id;

    public UUID exitId;
    public int number;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public long amount;
    public LocalDate dueOn;

    /** When the exit was requested: its place in the queue. */
    public Instant requestedAt;

    @Enumerated(EnumType.STRING)
    public ExitPaymentState state;

    public @Nullable Instant becameDueAt;
    public @Nullable Integer dueBylawsVersion;
    public @Nullable Instant paidAt;
    public @Nullable String bankReference;

    @Version
    public long version;

    static Optional<ExitPayment> lock(UUID id) {
        return ExitPayment.<ExitPayment>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static List<ExitPayment> of(UUID exitId) {
        return list("exitId = ?1 order by dueOn, number", exitId);
    }

    /** Queued payments and planned ones that have come due, in the order of the requests. */
    static List<ExitPayment> dueOrQueued(LocalDate today, int maxRows) {
        return ExitPayment.<ExitPayment>find(
                        "state = ?1 or state = ?2 and dueOn <= ?3 order by requestedAt, exitId, dueOn, number",
                        ExitPaymentState.QUEUED,
                        ExitPaymentState.PLANNED,
                        today)
                .range(0, maxRows - 1)
                .list();
    }

    /** Planned payments that have come due, in the order of the requests. */
    static List<ExitPayment> newlyDue(LocalDate today, int maxRows) {
        return ExitPayment.<ExitPayment>find(
                        "state = ?1 and dueOn <= ?2 order by requestedAt, exitId, dueOn, number",
                        ExitPaymentState.PLANNED,
                        today)
                .range(0, maxRows - 1)
                .list();
    }

    /** How many parts an exit's payments have. */
    static int countOf(UUID exitId) {
        return (int) count("exitId", exitId);
    }
}
