package coop.parasol.membership.exit;

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

    public @Nullable String reason;
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
    public @Nullable Long payable;
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

    static List<ExitCase> due(LocalDate today, int most) {
        return ExitCase.<ExitCase>find(
                        "state = ?1 and noticeUntil <= ?2 order by noticeUntil, id", ExitState.CLEARED, today)
                .range(0, most - 1)
                .list();
    }

    boolean isCleared() {
        return productionClearedAt != null && qualityClearedAt != null && distributionClearedAt != null;
    }
}
