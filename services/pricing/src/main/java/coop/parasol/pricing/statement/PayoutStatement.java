package coop.parasol.pricing.statement;

import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a producer is paid out of a settled pool, exactly as the event PayoutStatedV2 says it; stored by {@link KeepStatements}. */
@Entity
public class PayoutStatement extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID settlementId;
    public UUID poolId;
    public UUID memberId;

    @JdbcTypeCode(SqlTypes.JSON)
    public PayoutStatedV2 content;

    /** Newest first, of one member or, with null, of all. */
    static List<PayoutStatement> newestFirst(@Nullable UUID memberId, UUID before, int maxRows) {
        return (memberId == null
                        ? PayoutStatement.<PayoutStatement>find("id < ?1 order by id desc", before)
                        : PayoutStatement.<PayoutStatement>find(
                                "memberId = ?2 and id < ?1 order by id desc", before, memberId))
                .range(0, maxRows - 1)
                .list();
    }

    /** What a settlement has stated to a member; empty if it has stated nothing to it. */
    static Optional<PayoutStatement> of(UUID settlementId, UUID memberId) {
        return PayoutStatement.<PayoutStatement>find("settlementId = ?1 and memberId = ?2", settlementId, memberId)
                .singleResultOptional();
    }

    /** The statements of one pool in the order they were stored, of one member or, with null, of all. */
    static List<PayoutStatement> ofPool(UUID poolId, @Nullable UUID memberId, UUID after, int maxRows) {
        return (memberId == null
                        ? PayoutStatement.<PayoutStatement>find("poolId = ?1 and id > ?2 order by id", poolId, after)
                        : PayoutStatement.<PayoutStatement>find(
                                "poolId = ?1 and id > ?2 and memberId = ?3 order by id", poolId, after, memberId))
                .range(0, maxRows - 1)
                .list();
    }
}
