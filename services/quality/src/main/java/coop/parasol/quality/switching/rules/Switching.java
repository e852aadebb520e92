package coop.parasol.quality.switching.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.LotAcceptance;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.switching.rules.SwitchingReason.Code;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a series of lots is inspected for one defect class: normal, tightened, reduced or not at all (the switching rules of
 * MIL-STD-105E, with the switching score of ISO 2859-1, 9.3.3). Only original inspections count, never a re-inspection.
 *
 * <pre>
 *            2 rejected of 5 or fewer in a row              5 rejected in all
 *  NORMAL ------------------------------------> TIGHTENED -------------------> DISCONTINUED
 *    ^  \ <------------------------------------     ^                               |
 *    |   \        5 accepted in a row               +--- corrective action accepted-+
 *    |    \ score 30
 *    |     v
 *    +--- REDUCED     1 rejected, or accepted between Ac and Re
 * </pre>
 *
 * <p>The quality desk may tighten normal or reduced inspection at any time, for a reason (the responsible authority of
 * MIL-STD-105E 4.7.1); it never makes inspection less severe.
 *
 * <p>The score is 0 when normal inspection begins. After each lot inspected normally: with an acceptance number of 0 or 1,
 * 2 are added if the lot is accepted; with 2 or more, 3 are added if it is accepted and would have been with the AQL one
 * step tighter; in every other case it is 0 again. At 30 inspection is reduced.
 *
 * @param score switching score; 0 unless normal
 * @param recent the results of the last lots inspected normally, at most 4, oldest first: {@code a} accepted, {@code r} rejected
 * @param acceptedInARow lots accepted one after the other on tightened inspection
 * @param rejectedOnTightened lots rejected since tightened inspection began
 */
public record Switching(State state, int score, String recent, int acceptedInARow, int rejectedOnTightened) {

    /** How lots are inspected; none is while DISCONTINUED. */
    public enum State {
        NORMAL,
        TIGHTENED,
        REDUCED,
        DISCONTINUED
    }

    /** Every series begins with normal inspection. */
    public static final Switching START = new Switching(State.NORMAL, 0, "", 0, 0);

    static final int SCORE_TO_REDUCE = 30;
    private static final int REJECTED_TO_TIGHTEN = 2;
    private static final int WINDOW = 5;
    private static final int ACCEPTED_TO_NORMAL = 5;
    private static final int REJECTED_TO_DISCONTINUE = 5;
    private static final int POINTS_SMALL_PLAN = 2;
    private static final int POINTS_LARGE_PLAN = 3;
    private static final int MIN_ACCEPTANCE_FOR_3_POINTS = 2;

    /**
     * The result of one lot for one defect class.
     *
     * @param acceptance number of the plan it was judged by
     * @param accepted whether the class alone would accept it
     * @param inGap accepted between the acceptance and the rejection number of reduced inspection
     * @param acceptedOneStepTighter whether it would have been accepted with the AQL one step tighter
     */
    public record LotResult(int acceptance, boolean accepted, boolean inGap, boolean acceptedOneStepTighter) {

        /** @param counts per defect class, of a lot that is judged by this plan for one of them */
        public static LotResult of(SamplingPlan plan, Map<DefectClass, Integer> counts) {
            LotAcceptance.ClassOutcome outcome = LotAcceptance.decide(plan, counts);
            int count = counts.getOrDefault(plan.defectClass(), 0);
            return new LotResult(
                    plan.acceptance(),
                    outcome != LotAcceptance.ClassOutcome.REJECTED,
                    outcome == LotAcceptance.ClassOutcome.ACCEPTED_IN_GAP,
                    plan.acceptanceOneStepTighter()
                            .map(acceptance -> count <= acceptance)
                            .orElse(false));
        }
    }

    /** @param reason why the state has changed, absent if it has not */
    public record Transition(Switching next, @Nullable SwitchingReason reason) {}

    /** The severity of the plans, {@code null} while no lot is inspected. */
    public @Nullable Severity severity() {
        return switch (state) {
            case NORMAL -> Severity.NORMAL;
            case TIGHTENED -> Severity.TIGHTENED;
            case REDUCED -> Severity.REDUCED;
            case DISCONTINUED -> null;
        };
    }

    /** What follows from one more original inspection that was made with this severity. */
    public Transition after(LotResult lot) {
        return switch (state) {
            case NORMAL -> normal(lot);
            case TIGHTENED -> tightened(lot);
            case REDUCED -> reduced(lot);
            case DISCONTINUED -> new Transition(this, null);
        };
    }

    /** What follows from the acceptance of a corrective action: tightened inspection begins again. */
    public Transition resumed() {
        return state == State.DISCONTINUED
                ? new Transition(START.in(State.TIGHTENED), SwitchingReason.of(Code.CORRECTIVE_ACTION_ACCEPTED))
                : new Transition(this, null);
    }

    /**
     * What follows from the quality desk's decision to inspect more severely. It never makes inspection less severe.
     *
     * @param written why the desk has decided it
     */
    public Transition tightened(String written) {
        return switch (state) {
            case NORMAL, REDUCED -> new Transition(START.in(State.TIGHTENED), SwitchingReason.byDesk(written));
            case TIGHTENED, DISCONTINUED -> new Transition(this, null);
        };
    }

    private Transition normal(LotResult lot) {
        String window = recent + (lot.accepted() ? 'a' : 'r');
        if (window.chars().filter(c -> c == 'r').count() >= REJECTED_TO_TIGHTEN) {
            return new Transition(
                    START.in(State.TIGHTENED), SwitchingReason.numbered(Code.REJECTED_IN_A_ROW, window.length()));
        }
        int next = scoreAfter(lot);
        if (next >= SCORE_TO_REDUCE) {
            return new Transition(START.in(State.REDUCED), SwitchingReason.numbered(Code.SCORE_REACHED, next));
        }
        String kept = window.length() == WINDOW ? window.substring(1) : window;
        return new Transition(new Switching(State.NORMAL, next, kept, 0, 0), null);
    }

    private int scoreAfter(LotResult lot) {
        if (!lot.accepted()) {
            return 0;
        }
        if (lot.acceptance() < MIN_ACCEPTANCE_FOR_3_POINTS) {
            return score + POINTS_SMALL_PLAN;
        }
        return lot.acceptedOneStepTighter() ? score + POINTS_LARGE_PLAN : 0;
    }

    private Transition tightened(LotResult lot) {
        if (lot.accepted()) {
            return acceptedInARow + 1 == ACCEPTED_TO_NORMAL
                    ? new Transition(START, SwitchingReason.of(Code.ACCEPTED_ON_TIGHTENED))
                    : new Transition(new Switching(state, 0, "", acceptedInARow + 1, rejectedOnTightened), null);
        }
        return rejectedOnTightened + 1 == REJECTED_TO_DISCONTINUE
                ? new Transition(START.in(State.DISCONTINUED), SwitchingReason.of(Code.REJECTED_ON_TIGHTENED))
                : new Transition(new Switching(state, 0, "", 0, rejectedOnTightened + 1), null);
    }

    private Transition reduced(LotResult lot) {
        if (!lot.accepted()) {
            return new Transition(START, SwitchingReason.of(Code.REJECTED_ON_REDUCED));
        }
        return lot.inGap()
                ? new Transition(START, SwitchingReason.of(Code.IN_GAP_ON_REDUCED))
                : new Transition(this, null);
    }

    private Switching in(State other) {
        return new Switching(other, 0, "", 0, 0);
    }
}
