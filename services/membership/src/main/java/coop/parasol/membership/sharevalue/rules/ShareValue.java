package coop.parasol.membership.sharevalue.rules;

/** Ownership is 1/N: what one share is worth. Amounts in minor units. */
public final class ShareValue {

    private ShareValue() {}

    /**
     * {@code v = floor((NBV - indivisible reserve - patronage capital) / N)}; while there is no member, par. A firm whose
     * losses have eaten its capital has shares that are worth nothing, not less.
     *
     * @param netBookValue assets less liabilities; income of the open period belongs to nobody until it is closed
     */
    public static long of(long netBookValue, long indivisibleReserve, long patronageCapital, long members, long par) {
        if (members == 0) {
            return par;
        }
        long divisible = Math.subtractExact(Math.subtractExact(netBookValue, indivisibleReserve), patronageCapital);
        return Math.max(0, Math.floorDiv(divisible, members));
    }
}
