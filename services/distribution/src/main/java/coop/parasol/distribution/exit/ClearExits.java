package coop.parasol.distribution.exit;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.distribution.Firm;
import coop.parasol.distribution.exit.Exits.ExitCase;
import coop.parasol.distribution.exit.rules.Clearance;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Looks again at members that leave, whenever their goods, or what is known of them, have changed. */
@ApplicationScoped
public class ClearExits {

    private final Exits exits;
    private final Outbox outbox;
    private final Firm firm;

    ClearExits(Exits exits, Outbox outbox, Firm firm) {
        this.exits = exits;
        this.outbox = outbox;
        this.firm = firm;
    }

    /**
     * Clears those of the members that leave and can be cleared. To be called after the change: the lock on the exit
     * lets the last of several changes at the same time see all of them.
     */
    public void ofMembers(Collection<UUID> memberIds, Cause cause) {
        for (ExitCase leaving : exits.lockOpen(memberIds)) {
            if (leaving.batchesCertified() == null) {
                continue;
            }
            long stocked = exits.lockBatchesStocked(leaving.memberId());
            BigDecimal unsold = exits.unsold(List.of(leaving.memberId())).stream()
                    .map(Exits.Unsold::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (Clearance.isCleared(leaving.batchesCertified(), stocked, unsold)) {
                exits.clear(leaving.exitId(), firm.now());
                outbox.append(new DistributionCleared(leaving.memberId(), leaving.exitId()), cause);
            }
        }
    }
}
