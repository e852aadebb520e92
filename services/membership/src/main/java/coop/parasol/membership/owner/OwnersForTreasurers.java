package coop.parasol.membership.owner;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** The same proposals about owners of firms for treasurers, who approve them as registrars do. */
@Singleton
class OwnersForTreasurers extends WaitingKind {

    OwnersForTreasurers(WaitingRows rows) {
        super(rows, OwnersToApprove.KIND, "treasurer", OwnersToApprove.PROPOSED);
    }
}
