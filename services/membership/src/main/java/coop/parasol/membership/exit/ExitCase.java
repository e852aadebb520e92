package coop.parasol.membership.exit;

import coop.parasol.membership.exit.rules.ExitKind;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.persistence.QueryCondition;
import coop.parasol.web.SortPlace;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
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

/** One member's exit, from the request or the recorded event to the last payment. Amounts in minor units. */
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

    /** Why the recorded death or dissolution is said to be a mistake, who has said so and when, and who has agreed. */
    public @Nullable String reversalReason;

    public @Nullable String reversalProposedBy;
    public @Nullable Instant reversalProposedAt;
    public @Nullable String reversalApprovedBy;

    /** End of notice of the member's own request, if it had asked before its death or dissolution was recorded. */
    public @Nullable LocalDate voluntaryNoticeUntil;

    public Instant requestedAt;

    /** The first day on which the share may be valued: the bylaws' notice period after the request. */
    public LocalDate noticeUntil;

    /** When the member last chose what becomes of its unsold goods. */
    public @Nullable Instant goodsChosenAt;

    /** When the notice was over; from then on the member does not withdraw. */
    public @Nullable Instant boundAt;

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

    /** Paid in instalments. */
    public @Nullable Long payable;

    /** The bylaws it was valued under. */
    public @Nullable Integer valuationBylawsVersion;

    /** Of the instalments and of what was released of the holdback. */
    public long paid;

    /** When everything that was valued was paid. */
    public @Nullable Instant paidAt;

    /** The last day on which the statement of the member's last pool is waited for. */
    public @Nullable LocalDate lastStatementUntil;

    /** When the membership was over. */
    public @Nullable Instant endedAt;

    /** When the member's account was closed, which it reads its statements with: its last pool was closed and paid. */
    public @Nullable Instant accessEndedAt;

    public @Nullable String bankReference;

    /** The bylaws in force at the request. */
    public @Nullable Integer bylawsVersion;

    @Version
    public long version;

    /**
     * @param memberId of this member only; null for all
     * @param state in this state only; null for all
     */
    static List<ExitCase> page(@Nullable UUID memberId, @Nullable ExitState state, SortPlace place, int maxRows) {
        QueryCondition condition = new QueryCondition(place.condition("?1", "?2"), place.numbered())
                .and("memberId =", memberId)
                .and("state =", state);
        return ExitCase.<ExitCase>find(condition.orderedBy(place.order()), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    static Optional<ExitCase> lock(UUID id) {
        return ExitCase.<ExitCase>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The member's exit that was not withdrawn: there is one at most. */
    static Optional<ExitCase> findOf(UUID memberId) {
        return find("memberId = ?1 and state <> ?2", memberId, ExitState.WITHDRAWN)
                .singleResultOptional();
    }

    /** What {@link #findOf} finds, locked. */
    static Optional<ExitCase> lockOf(UUID memberId) {
        return ExitCase.<ExitCase>find("memberId = ?1 and state <> ?2", memberId, ExitState.WITHDRAWN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Exits whose notice is over and that are not binding yet, longest overdue first. */
    static List<UUID> dueForBinding(LocalDate today, int maxRows) {
        return ExitCase.<ExitCase>find(
                        "state = ?1 and noticeUntil <= ?2 order by noticeUntil, id", ExitState.REQUESTED, today)
                .range(0, maxRows - 1)
                .stream()
                .map(exit -> exit.id)
                .toList();
    }

    /** Exits whose notice is over and that are cleared, longest overdue first. */
    static List<UUID> dueForValuation(LocalDate today, int maxRows) {
        return ExitCase.<ExitCase>find(
                        "state = ?1 and noticeUntil <= ?2 order by noticeUntil, id", ExitState.CLEARED, today)
                .range(0, maxRows - 1)
                .stream()
                .map(exit -> exit.id)
                .toList();
    }

    /** Exits whose holdback's months are over, longest overdue first. */
    static List<UUID> dueForHoldbackRelease(LocalDate today, int maxRows) {
        return ExitCase.<ExitCase>find(
                        "state = ?1 and holdbackReleased is null and holdbackUntil <= ?2 order by holdbackUntil, id",
                        ExitState.VALUED,
                        today)
                .range(0, maxRows - 1)
                .stream()
                .map(exit -> exit.id)
                .toList();
    }

    /** An exit whose end may have come, with its member. */
    record Waiting(UUID id, UUID memberId, @Nullable LocalDate lastStatementUntil) {}

    /** Paid exits that are not over, in the order of their ids: the last statement is waited for. */
    static List<Waiting> awaitingStatement(UUID after, int maxRows) {
        return waiting(find("state = ?1 and id > ?2 order by id", ExitState.PAID, after), maxRows);
    }

    /** Exits that are over and whose members can still sign in, in the order of their ids. */
    static List<Waiting> withAccess(UUID after, int maxRows) {
        return waiting(
                find("state = ?1 and accessEndedAt is null and id > ?2 order by id", ExitState.ENDED, after), maxRows);
    }

    private static List<Waiting> waiting(PanacheQuery<ExitCase> exits, int maxRows) {
        return exits.range(0, maxRows - 1).stream()
                .map(exit -> new Waiting(exit.id, exit.memberId, exit.lastStatementUntil))
                .toList();
    }

    /** What may still be charged for recalls, or will be released. */
    long holdbackLeft() {
        return holdbackReleased == null ? holdback - holdbackApplied : 0;
    }

    /** Whether instalments and holdback are paid, to the minor unit. */
    boolean isWhollyPaid() {
        return payable != null && holdbackReleased != null && paid == payable + holdbackReleased;
    }

    /**
     * The bank has returned a payment.
     *
     * @return whether everything was paid before, and the exit goes on now
     */
    boolean returnPayment(long amount) {
        boolean wasPaid = state == ExitState.PAID || state == ExitState.ENDED;
        paid -= amount;
        if (wasPaid) {
            state = ExitState.VALUED;
            paidAt = null;
            endedAt = null;
            accessEndedAt = null;
        }
        return wasPaid;
    }

    /**
     * A service has nothing open of the member any more.
     *
     * @return false if it has said so before
     */
    boolean clear(Clearance clearance, Instant now) {
        return switch (clearance) {
            case PRODUCTION -> productionClearedAt == null && set(() -> productionClearedAt = now);
            case QUALITY -> qualityClearedAt == null && set(() -> qualityClearedAt = now);
            case DISTRIBUTION -> distributionClearedAt == null && set(() -> distributionClearedAt = now);
        };
    }

    private static boolean set(Runnable change) {
        change.run();
        return true;
    }

    /** Whether all three services have cleared it. */
    boolean isCleared() {
        return productionClearedAt != null && qualityClearedAt != null && distributionClearedAt != null;
    }
}
