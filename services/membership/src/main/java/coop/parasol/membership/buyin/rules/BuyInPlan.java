package coop.parasol.membership.buyin.rules;

import java.util.ArrayList;
import java.util.List;

/** In which parts the price of a share is paid. Amounts in minor units. */
public final class BuyInPlan {

    private BuyInPlan() {}

    /**
     * Equal parts; what cannot be divided is in the first one.
     *
     * @param price of one share, more than nothing
     * @param instalments at least one
     */
    public static List<Long> parts(long price, int instalments) {
        long count = Math.min(instalments, price);
        long part = price / count;
        List<Long> parts = new ArrayList<>();
        parts.add(price - part * (count - 1));
        for (int i = 1; i < count; i++) {
            parts.add(part);
        }
        return List.copyOf(parts);
    }
}
