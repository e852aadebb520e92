package coop.parasol.distribution.exit.rules;

import java.time.LocalDate;

/** Goods that a leaving member takes back: until when they are kept for it. Then they stay in the pools, as if it had left them there. */
public final class GoodsCollection {

    private GoodsCollection() {}

    /**
     * The last day on which the member may collect them.
     *
     * @param since the day on which they were set aside, or on which their suspension ended after that
     */
    public static LocalDate openUntil(LocalDate since, int collectionDays) {
        return since.plusDays(collectionDays);
    }

    /** The last day on which the exit waits for goods that are suspended, which nobody may collect. */
    public static LocalDate suspendedUntil(LocalDate boundOn, int months) {
        return boundOn.plusMonths(months);
    }
}
