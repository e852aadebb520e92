package coop.parasol.quality.switching.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.Judgement;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one producer, product and defect class stands between normal, tightened and reduced inspection (MIL-STD-105E;
 * the switching score of ISO 2859-1 9.3.3). Only original inspections are counted, never a re-inspection.
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
 * <p>The score is 0 when normal inspection begins. After each lot inspected normally: with an acceptance number of 0 or 1,
 * 2 are added if the lot is accepted; with 2 or more, 3 are added if it is accepted and would have been with the AQL one
 * step tighter; in every other case it is 0 again. At 30 inspection is reduced.
 *
 * @param score switching score; 0 unless normal
 * @param recent the last lots inspected normally, at most 4, oldest first: {@code a} accepted, {@code r} rejected
 * @param acceptedInARow on tightened inspection
 * @param rejectedInAll since tightened inspection began
 */
public record Switching(State state, int score, String recent, int acceptedInARow, int rejectedInAll) {

    /** What is inspected how; nothing is while DISCONTINUED. */
    public enum State {
        NORMAL,
        TIGHTENED,
        REDUCED,
        DISCONTINUED
    }

    /** Every producer begins here. */
    public static final Switching START = new Switching(State.NORMAL, 0, "", 0, 0);

    static final int REDUCED_FROM = 30;
    private static final int REJECTED_TO_TIGHTEN = 2;
    private static final int WINDOW = 5;
    private static final int ACCEPTED_TO_NORMAL = 5;
    private static final int REJECTED_TO_DISCONTINUE = 5;
    private static final int POINTS_SMALL_AC = 2;
    private static final int POINTS_LARGE_AC = 3;
    private static final int LARGE_AC = 2;

    /**
     * What a lot was found to be.
     *
     * @param acceptance number of the plan it was judged by
     * @param accepted whether the class alone would accept it
     * @param inGap accepted between the acceptance and the rejection number of reduced inspection
     * @param acceptedOneStepTighter whether it would have been accepted with the AQL one step tighter
     */
    public record Lot(int acceptance, boolean accepted, boolean inGap, boolean acceptedOneStepTighter) {

        /** @param found per class, in a lot judged by this plan of one of them */
        public static Lot of(SamplingPlan plan, Map<DefectClass, Integer> found) {
            Judgement.ClassOutcome outcome = Judgement.decide(plan, found);
            int count = found.getOrDefault(plan.defectClass(), 0);
            return new Lot(
                    plan.acceptance(),
                    outcome != Judgement.ClassOutcome.REJECTED,
                    outcome == Judgement.ClassOutcome.ACCEPTED_BUT_BACK_TO_NORMAL,
                    plan.acceptanceOneStepTighter()
                            .map(acceptance -> count <= acceptance)
                            .orElse(false));
        }
    }

    /** @param why the state changed, absent if it did not */
    public record Step(Switching next, @Nullable String why) {}

    /** The severity of the plans; none while discontinued. */
    public @Nullable Severity severity() {
        return switch (state) {
            case NORMAL -> Severity.NORMAL;
            case TIGHTENED -> Severity.TIGHTENED;
            case REDUCED -> Severity.REDUCED;
            case DISCONTINUED -> null;
        };
    }

    /** After one more original inspection that was made with this state's severity. */
    public Step after(Lot lot) {
        return switch (state) {
            case NORMAL -> normal(lot);
            case TIGHTENED -> tightened(lot);
            case REDUCED -> reduced(lot);
            case DISCONTINUED -> new Step(this, null);
        };
    }

    /** The corrective action is accepted: tightened inspection begins anew. */
    public Step resumed() {
        return state == State.DISCONTINUED
                ? new Step(START.in(State.TIGHTENED), "corrective action accepted")
                : new Step(this, null);
    }

    private Step normal(Lot lot) {
        String window = recent + (lot.accepted() ? 'a' : 'r');
        if (window.chars().filter(c -> c == 'r').count() >= REJECTED_TO_TIGHTEN) {
            return new Step(
                    START.in(State.TIGHTENED), "2 of the last " + window.length() + " lots in a row were rejected");
        }
        int next = scoreAfter(lot);
        if (next >= REDUCED_FROM) {
            return new Step(START.in(State.REDUCED), "the switching score has reached " + next);
        }
        String kept = window.length() == WINDOW ? window.substring(1) : window;
        return new Step(new Switching(State.NORMAL, next, kept, 0, 0), null);
    }

    private int scoreAfter(Lot lot) {
        if (!lot.accepted()) {
            return 0;
        }
        if (lot.acceptance() < LARGE_AC) {
            return score + POINTS_SMALL_AC;
        }
        return lot.acceptedOneStepTighter() ? score + POINTS_LARGE_AC : 0;
    }

    private Step tightened(Lot lot) {
        if (lot.accepted()) {
            return acceptedInARow + 1 == ACCEPTED_TO_NORMAL
                    ? new Step(START, "5 lots in a row were accepted on tightened inspection")
                    : new Step(new Switching(state, 0, "", acceptedInARow + 1, rejectedInAll), null);
        }
        return rejectedInAll + 1 == REJECTED_TO_DISCONTINUE
                ? new Step(START.in(State.DISCONTINUED), "5 lots were rejected on tightened inspection")
                : new Step(new Switching(state, 0, "", 0, rejectedInAll + 1), null);
    }

    private Step reduced(Lot lot) {
        if (!lot.accepted()) {
            return new Step(START, "a lot was rejected on reduced inspection");
        }
        return lot.inGap()
                ? new Step(START, "a lot on reduced inspection had more defects than accepted, fewer than rejected")
                : new Step(this, null);
    }

    private Switching in(State other) {
        return new Switching(other, 0, "", 0, 0);
    }
}
