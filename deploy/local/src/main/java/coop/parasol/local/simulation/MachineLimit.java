package coop.parasol.local.simulation;

/**
 * What a machine runs out of first, and at which size: what it uses at this size grows in proportion. Delays grow faster near the
 * limit, and locks that are waited for faster than in proportion, so that this is where it ends and not where it is comfortable.
 *
 * @param what in words
 * @param times the present size
 */
record MachineLimit(String what, double times) {

    /** Of a resource that is used at random moments: above it who asks waits longer than the work takes. */
    private static final double USABLE = 0.85;

    /** The load has not been borne if a service is more than so many seconds of events behind when it ends. */
    private static final double BEARABLE_SECONDS = 10;

    /**
     * @param held whether the rates were reached
     */
    static MachineLimit of(Observation.Seen seen, boolean held) {
        MachineLimit first = new MachineLimit("processor", times(seen.installation()));
        first = first.orSooner(new MachineLimit("disk", times(seen.disk())));
        first = first.orSooner(new MachineLimit("locks", times(seen.lockWaits())));
        double eventsPerSecond = Math.max(1, seen.events() / seen.seconds());
        for (Observation.Behind behind : seen.behind().values()) {
            if (behind.atTheEnd() > BEARABLE_SECONDS * eventsPerSecond) {
                double handled = 1 - behind.atTheEnd() / (eventsPerSecond * seen.seconds());
                first = first.orSooner(new MachineLimit("lag", Math.max(0, handled)));
            }
        }
        return held || first.times < 1 ? first : new MachineLimit(first.what, 1);
    }

    /** @param used from 0 to 1; NaN, where it is unknown, limits nothing */
    private static double times(double used) {
        return used > 0 ? USABLE / used : Double.POSITIVE_INFINITY;
    }

    private MachineLimit orSooner(MachineLimit other) {
        return other.times < times ? other : this;
    }
}
