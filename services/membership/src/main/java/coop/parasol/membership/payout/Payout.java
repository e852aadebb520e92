package coop.parasol.membership.payout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Pool money that went to a member's bank account. */
@Entity
public class Payout extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;
    public long amount;
    public String bankReference;
    public Instant paidAt;
    public String paidBy;
}
