package coop.parasol.membership.treasury.payout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's part of a settled pool: owed from its statement on, and paid once. The amount is in minor units. */
@Entity
public class Payout extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;

    /** of a pool, as pricing numbers it */
    public UUID settlementId;

    public long amount;

    /** Of the amount, what has settled a claim of the firm; the remainder is paid. */
    public long setOff;

    public Instant statedAt;
    public @Nullable String bankReference;
    public @Nullable Instant paidAt;
    public @Nullable String paidBy;
}
