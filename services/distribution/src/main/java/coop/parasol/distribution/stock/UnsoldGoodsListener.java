package coop.parasol.distribution.stock;

import coop.parasol.messaging.Cause;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Is told after the unsold goods of members have changed; implemented by {@code exit}, so that stock need not know it. */
public interface UnsoldGoodsListener {

    /** @param causesByMember why what follows for a member happens */
    void unsoldGoodsChanged(Map<UUID, Cause> causesByMember);

    /** Batches may be sold, and handed over, again; their products are locked. */
    void suspensionsEnded(Collection<UUID> batchIds);
}
