package coop.parasol.distribution.exit.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When distribution clears a leaving member: quality has said how many of its batches were ever certified, all
 * of them have become stock, and no unsold unit of them is the member's. Dispatched units count as sold; units
 * that the firm has purchased are the firm's own; units on hand that are out of date are no stock.
 */
public final class Clearance {

    private Clearance() {}

    /**
     * Whether distribution clears the member.
     *
     * @param batchesCertified null while quality has not cleared the member
     * @param batchesReceived certified batches that have become stock
     * @param unsold units on hand within date and units reserved, owned by the member
     */
    public static boolean isCleared(@Nullable Long batchesCertified, long batchesReceived, BigDecimal unsold) {
        return batchesCertified != null && batchesReceived >= batchesCertified && unsold.signum() == 0;
    }
}
