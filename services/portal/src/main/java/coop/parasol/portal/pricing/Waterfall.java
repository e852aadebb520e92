package coop.parasol.portal.pricing;

import coop.parasol.contracts.Money;
import coop.parasol.portal.desk.DeskFormats;
import java.util.ArrayList;
import java.util.List;

/** A pool from its receipts to what producers are paid, as bars that each begin where the last one ended. */
final class Waterfall {

    private static final int BAR = 96;
    private static final int GAP = 24;
    private static final int TOP = 24;
    private static final int HEIGHT = 180;
    private static final int FOOT = 24;
    private static final int TEXT = 6;
    private static final int LABEL = 16;

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
        public int middle() {
            return x + width / 2;
        }

        public int above() {
            return y - TEXT;
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
        long next = reached + (taken ? -amount.minor() : amount.minor());
        int top = y(Math.max(reached, next));
        int bottom = y(Math.min(reached, next));
        bars.add(new Bar(
                label,
                (taken ? "− " : "") + DeskFormats.sum(amount),
                GAP + bars.size() * (BAR + GAP),
                top,
                BAR,
                Math.max(1, bottom - top),
                taken));
        reached = next;
    }

    private int y(long amount) {
        return base() - (int) (HEIGHT * Math.max(0, amount) / most);
    }

    public List<Bar> bars() {
        return bars;
    }

    public int width() {
        return GAP + bars.size() * (BAR + GAP);
    }

    public int height() {
        return base() + FOOT;
    }

    /** Where nothing is. */
    public int base() {
        return TOP + HEIGHT;
    }

    /** Where the names stand. */
    public int below() {
        return base() + LABEL;
    }
}
