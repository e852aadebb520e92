package coop.parasol.distribution.stock;

import coop.parasol.messaging.Cause;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The orders whose goods stock decides about; implemented by {@code order}, so that stock need not know it. */
public interface BackOrders {

    /** Reserves goods that have become available for the orders that wait for them, the oldest order first. */
    void allocate(ProductGrade goods, Cause cause);

    /** Locks orders until the transaction ends, before what is reserved for them is made available again. */
    void lock(Collection<UUID> orderIds);

    /** Order lines wait again for units that were reserved for them. */
    void backOrder(List<UnreservedUnits> unreserved);
}
