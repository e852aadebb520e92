package coop.parasol.distribution.stock;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The orders whose goods stock decides about; implemented by {@code order}, so that stock need not know it. */
public interface BackOrders {

    /**
     * Goods have become available. Right after the present transaction has committed they are allocated to the orders that wait for
     * them, the oldest first. The caller holds the products' locks.
     */
    void goodsAvailable(Collection<ProductGrade> goods);

    /** Locks orders until the transaction ends, before what is reserved for them is made available again. */
    void lock(Collection<UUID> orderIds);

    /** Order lines wait again for units that were reserved for them. */
    void backOrder(List<UnreservedUnits> unreserved);
}
