package coop.parasol.membership.governance;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.rules.ProposalState;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A proposal that the members vote on. */
@Entity
public class Proposal extends PanacheEntityBase {

    @Id
    public UUID id;

    @Enumerated(EnumType.STRING)
    public ProposalKind kind;

    public String title;
    public @Nullable String text;

    /** The applicant, the member, the close that it decides on. */
    public @Nullable UUID subjectId;

    /** Names and new values of bylaws, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable String changes;

    public boolean secret;

    @Enumerated(EnumType.STRING)
    public ProposalState state;

    public Instant opensAt;
    public Instant closesAt;
    public String proposedBy;

    /** Absent if the registrar has opened it. */
    public @Nullable UUID proposedByMember;

    public Instant proposedAt;

    /** Of the bylaws in force when it opened; quorum and majority are theirs. */
    public @Nullable Integer bylawsVersion;

    /** Members that were active when it opened. */
    public @Nullable Long electorate;

    public @Nullable Instant decidedAt;

    /** Why it could not take effect though it was carried. */
    public @Nullable String withoutEffectBecause;

    @Version
    public long version;

    /** @param state in this state only; null for all */
    static List<Proposal> page(@Nullable ProposalState state, SortPlace place, int maxRows) {
        QueryCondition condition =
                new QueryCondition(place.condition("?1", "?2"), place.numbered()).and("state =", state);
        return Proposal.<Proposal>find(condition.orderedBy(place.order()), condition.values())
                .range(0, maxRows - 1)
                .list();
    }

    static Optional<Proposal> lock(UUID id) {
        return Proposal.<Proposal>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Proposals whose vote has to be opened or closed by now. */
    static List<UUID> due(Instant now, int maxRows) {
        return Proposal.<Proposal>find(
                        "(state = ?1 and opensAt <= ?3) or (state = ?2 and closesAt <= ?3) order by closesAt, id",
                        ProposalState.ANNOUNCED,
                        ProposalState.OPEN,
                        now)
                .range(0, maxRows - 1)
                .list()
                .stream()
                .map(proposal -> proposal.id)
                .toList();
    }

    /** Whether a vote on it is announced or open. */
    public static boolean isPending(ProposalKind kind, UUID subjectId) {
        return count(
                        "kind = ?1 and subjectId = ?2 and state in (?3, ?4)",
                        kind,
                        subjectId,
                        ProposalState.ANNOUNCED,
                        ProposalState.OPEN)
                > 0;
    }

    /** Whether a vote on it was closed since that moment, with whatever result. */
    public static boolean isDecidedSince(ProposalKind kind, UUID subjectId, Instant since) {
        return count("kind = ?1 and subjectId = ?2 and decidedAt >= ?3", kind, subjectId, since) > 0;
    }

    /** @throws IllegalStateException if this state does not follow on the present one: callers have checked it */
    void transitionTo(ProposalState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        state = next;
    }
}
