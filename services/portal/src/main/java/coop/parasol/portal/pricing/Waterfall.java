package coop.parasol.portal.pricing;

import coop.parasol.contracts.Money;
import coop.parasol.portal.desk.DeskFormats;
import java.util.ArrayList;
import java.util.List;

/** A pool from its receipts to what producers are paid: a row for each step, whose bar begins where the last one ended. It is as
 * wide as a phone, so that its amounts are read there. */
final class Waterfall {

    private static final int WIDTH = 320;
    private static final int ROW = 44;
    private static final int LABEL = 16;
    private static final int BAR = 14;
    private static final int UNDER = 6;

    private final List<Bar> bars = new ArrayList<>();
    private final long most;
    private long reached;

    private Waterfall(long most) {
        this.most = Math.max(1, most);
    }

    /**
     * A bar.
     *
     * @param taken whether the amount is taken away
     */
    record Bar(String label, String value, int x, int y, int width, int height, boolean taken) {

        /** Where its name and its amount stand. */
        public int above() {
            return y - UNDER;
        }
    }

    /** The names of the bars, in the order in which they stand. */
    record Labels(String receipts, String carryIn, String margin, String costs, String payout, String carryOut) {}

    static Waterfall of(PricingClient.Settlement pool, Labels labels) {
        Money payout = pool.paidBefore().plus(pool.paidOut()).minus(pool.charged());
        Waterfall waterfall = new Waterfall(
                pool.receipts().minor() + Math.max(0, pool.carryIn().minor()));
        waterfall.step(labels.receipts(), pool.receipts(), false);
        waterfall.step(labels.carryIn(), pool.carryIn(), false);
        waterfall.step(labels.margin(), pool.margin(), true);
        waterfall.step(labels.costs(), pool.costs(), true);
        waterfall.step(labels.carryOut(), pool.carryOut(), true);
        waterfall.reached = 0;
        waterfall.step(labels.payout(), payout, false);
        return waterfall;
    }

    private void step(String label, Money amount, boolean taken) {
        Money signed = taken ? amount.negated() : amount;
        long next = reached + signed.minor();
        int left = x(Math.min(reached, next));
        int right = x(Math.max(reached, next));
        bars.add(new Bar(
                label,
                DeskFormats.sum(signed),
                left,
                bars.size() * ROW + LABEL + UNDER,
                Math.max(1, right - left),
                BAR,
                next < reached));
        reached = next;
    }

    private int x(long amount) {
        return (int) (WIDTH * Math.max(0, amount) / most);
    }

    public List<Bar> bars() {
        return bars;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return bars.size() * ROW;
    }
}
