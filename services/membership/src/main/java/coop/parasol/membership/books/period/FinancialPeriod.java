package coop.parasol.membership.books.period;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A financial year, or a part of one, and what was decided on its surplus. Amounts are minor units, shares of a whole basis points. */
@Entity
public class FinancialPeriod extends PanacheEntityBase {

    /** {@code OPEN -> PROPOSED -> CLOSED}; a proposal may be withdrawn, a close never is. */
    public enum State {
        OPEN,
        PROPOSED,
        CLOSED
    }

    @Id
    public UUID id;

    public LocalDate firstDay;
    public LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    public State state;

    /** The limited return as proposed or decided: basis points of the value of a share. */
    public @Nullable Integer limitedReturnRate;

    public @Nullable String proposedBy;
    public @Nullable Instant proposedAt;
    public @Nullable String closedBy;
    public @Nullable Instant closedAt;
    public @Nullable Long surplus;
    public @Nullable Long volume;
    public @Nullable Integer bylawsVersion;
    public @Nullable Integer reserveShare;
    public @Nullable Integer cashShare;
    public @Nullable LocalDate revolvesOn;
    public @Nullable Instant revolvedAt;

    @Version
    public long version;

    public static Optional<FinancialPeriod> lock(UUID id) {
        return FinancialPeriod.<FinancialPeriod>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** What was proposed counts no more; the period is open as before. */
    public void withdrawProposedClose() {
        state = State.OPEN;
        bylawsVersion = null;
        flush();
    }

    /** The last one, open or closed. */
    public static Optional<FinancialPeriod> last() {
        return FinancialPeriod.<FinancialPeriod>find("order by lastDay desc").range(0, 0).list().stream()
                .findFirst();
    }
}
