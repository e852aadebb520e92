package coop.parasol.membership.exit;

import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
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

/** One member's way out. */
@Entity
public class ExitCase extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;

    @Enumerated(EnumType.STRING)
    public ExitState state;

    @Enumerated(EnumType.STRING)
    public ExitKind kind = ExitKind.VOLUNTARY;

    public @Nullable String reason;

    /** What proves a death or a dissolution. */
    public @Nullable String document;

    /** By which the members have expelled it. */
    public @Nullable UUID proposalId;

    /** Who has proposed to take back the ending that was recorded, when and why, and who has agreed. */
    public @Nullable String reversalReason;

    public @Nullable String reversalProposedBy;
    public @Nullable Instant reversalProposedAt;
    public @Nullable String reversalApprovedBy;

    /** Notice of its own asking, if it had asked before its ending was recorded. */
    public @Nullable LocalDate voluntaryNoticeUntil;

    public Instant requestedAt;
    public LocalDate noticeUntil;
    public @Nullable Instant productionClearedAt;
    public @Nullable Instant qualityClearedAt;
    public @Nullable Instant distributionClearedAt;
    public @Nullable Instant withdrawnAt;
    public @Nullable LocalDate valuedOn;
    public @Nullable Long equalShare;
    public @Nullable Long patronageCapital;
    public @Nullable Long debts;

    /** What it owes beyond its equity. */
    public long stillOwed;

    public long holdback;
    public @Nullable LocalDate holdbackUntil;
    public long holdbackApplied;
    public @Nullable Long holdbackReleased;

    /** In instalments. */
    public @Nullable Long payable;

    /** The bylaws it was valued under. */
    public @Nullable Integer valuationBylawsVersion;

    /** Of the instalments and of what was released of the holdback. */
    public long paid;

    public @Nullable Instant paidAt;
    public @Nullable String bankReference;

    /** The bylaws it was asked under. */
    public @Nullable Integer bylawsVersion;

    @Version
    public long version;

    static Optional<ExitCase> lock(UUID id) {
        return ExitCase.<ExitCase>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    static Optional<ExitCase> of(UUID memberId) {
        return find("memberId = ?1 and state <> ?2", memberId, ExitState.WITHDRAWN)
                .singleResultOptional();
    }

    static List<UUID> toBeValued(LocalDate today, int most) {
        return ExitCase.<ExitCase>find(
                        "state = ?1 and noticeUntil <= ?2 order by noticeUntil, id", ExitState.CLEARED, today)
                .range(0, most - 1)
                .stream()
                .map(exit -> exit.id)
                .toList();
    }

    static List<UUID> holdbackToBeReleased(LocalDate today, int most) {
        return ExitCase.<ExitCase>find(
                        "state = ?1 and holdbackReleased is null and holdbackUntil <= ?2 order by holdbackUntil, id",
                        ExitState.VALUED,
                        today)
                .range(0, most - 1)
                .stream()
                .map(exit -> exit.id)
                .toList();
    }

    /** What may still be charged for recalls, or will be released. */
    long holdbackLeft() {
        return holdbackReleased == null ? holdback - holdbackApplied : 0;
    }

    /** Instalments and holdback, to the minor unit. */
    boolean isWhollyPaid() {
        return payable != null && holdbackReleased != null && paid == payable + holdbackReleased;
    }

    /**
     * A payment has come back.
     *
     * @return whether the exit was over and goes on now
     */
    boolean takeBack(long amount) {
        boolean wasOver = state == ExitState.PAID;
        paid -= amount;
        if (wasOver) {
            state = ExitState.VALUED;
            paidAt = null;
        }
        return wasOver;
    }

    /** @return whether this is news */
    boolean clear(Steps.Step clearance, Instant now) {
        return switch (clearance) {
            case CLEARED_BY_PRODUCTION -> productionClearedAt == null && set(() -> productionClearedAt = now);
            case CLEARED_BY_QUALITY -> qualityClearedAt == null && set(() -> qualityClearedAt = now);
            case CLEARED_BY_DISTRIBUTION -> distributionClearedAt == null && set(() -> distributionClearedAt = now);
            default -> throw new IllegalArgumentException(clearance + " clears nothing");
        };
    }

    private static boolean set(Runnable change) {
        change.run();
        return true;
    }

    boolean isCleared() {
        return productionClearedAt != null && qualityClearedAt != null && distributionClearedAt != null;
    }
}
