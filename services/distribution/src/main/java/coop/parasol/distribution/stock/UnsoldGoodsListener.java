package coop.parasol.distribution.stock;

import coop.parasol.messaging.Cause;
import java.util.Map;
import java.util.UUID;

/** Is told after the unsold goods of members have changed; implemented by {@code exit}, so that stock need not know it. */
public interface UnsoldGoodsListener {

    /** @param causesByMember why what follows for a member happens */
    void unsoldGoodsChanged(Map<UUID, Cause> causesByMember);

    /** A batch may be sold, and handed over, again; its product is locked. */
    void suspensionEnded(UUID batchId);
}
