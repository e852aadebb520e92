package coop.parasol.quality.switching.rules;

import static coop.parasol.quality.switching.rules.Switching.State.DISCONTINUED;
import static coop.parasol.quality.switching.rules.Switching.State.NORMAL;
import static coop.parasol.quality.switching.rules.Switching.State.REDUCED;
import static coop.parasol.quality.switching.rules.Switching.State.TIGHTENED;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.quality.switching.rules.Switching.LotResult;
import coop.parasol.quality.switching.rules.Switching.State;
import coop.parasol.quality.switching.rules.SwitchingReason.Code;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Switching, per producer, product and defect class, on original inspections only. */
class SwitchingTest {

    private static final LotResult ACCEPTED = new LotResult(0, true, false, false);
    private static final LotResult REJECTED = new LotResult(0, false, false, false);
    private static final LotResult GAP = new LotResult(1, true, true, false);

    @Test
    void two_rejected_of_five_or_fewer_consecutive_tighten() {
        assertThat(run("rr").state()).isEqualTo(TIGHTENED);
        assertThat(run("raaar").state()).isEqualTo(TIGHTENED);
        assertThat(run("raaaar").state()).isEqualTo(NORMAL);
        assertThat(run("aararar").state()).isEqualTo(TIGHTENED);
    }

    @Test
    void five_consecutive_accepted_on_tightened_are_normal_again() {
        assertThat(run("rr" + "aaaa").state()).isEqualTo(TIGHTENED);
        assertThat(run("rr" + "aaaaa").state()).isEqualTo(NORMAL);
        assertThat(run("rr" + "aaaar" + "aaaa").state()).isEqualTo(TIGHTENED);
        assertThat(run("rr" + "aaaar" + "aaaaa").state()).isEqualTo(NORMAL);
    }

    @Test
    void five_rejected_in_all_while_on_tightened_discontinue() {
        assertThat(run("rr" + "rrrr").state()).isEqualTo(TIGHTENED);
        assertThat(run("rr" + "rarararar").state()).isEqualTo(DISCONTINUED);
        assertThat(run("rr" + "rrrr" + "aaaaa" + "rr" + "r").state())
                .as("normal inspection in between begins the count anew")
                .isEqualTo(TIGHTENED);
    }

    @Test
    void an_accepted_corrective_action_resumes_on_tightened() {
        Switching resumed = run("rr" + "rrrrr").resumed().next();

        assertThat(resumed.state()).isEqualTo(TIGHTENED);
        assertThat(resumed.rejectedOnTightened()).isZero();
        assertThat(run("rr").resumed().next()).isEqualTo(run("rr"));
    }

    @Test
    void the_desk_may_tighten_a_line_and_never_loosen_it() {
        assertThat(Switching.START.tightened("complaints").next()).isEqualTo(run("rr"));
        assertThat(Switching.START.tightened("complaints").reason()).isEqualTo(SwitchingReason.byDesk("complaints"));
        Switching reduced = new Switching(REDUCED, 0, "", 0, 0);
        assertThat(reduced.tightened("complaints").next().state()).isEqualTo(TIGHTENED);
        assertThat(run("rr" + "ar").tightened("complaints").next())
                .as("neither lots accepted in a row nor rejected ones are forgotten")
                .isEqualTo(run("rr" + "ar"));
        Switching discontinued = run("rr" + "rrrrr");
        assertThat(discontinued.tightened("complaints").next()).isEqualTo(discontinued);
        assertThat(run("rr" + "ar").tightened("complaints").reason()).isNull();
    }

    @Test
    void each_rule_is_a_reason_of_its_own() {
        assertThat(run("ar").after(REJECTED).reason()).isEqualTo(SwitchingReason.numbered(Code.REJECTED_IN_A_ROW, 3));
        assertThat(run("a".repeat(14)).after(ACCEPTED).reason())
                .isEqualTo(SwitchingReason.numbered(Code.SCORE_REACHED, 30));
        assertThat(run("rr" + "aaaa").after(ACCEPTED).reason())
                .isEqualTo(SwitchingReason.of(Code.ACCEPTED_ON_TIGHTENED));
        assertThat(run("rr" + "rrrr").after(REJECTED).reason())
                .isEqualTo(SwitchingReason.of(Code.REJECTED_ON_TIGHTENED));
        assertThat(run("rr" + "rrrrr").resumed().reason())
                .isEqualTo(SwitchingReason.of(Code.CORRECTIVE_ACTION_ACCEPTED));
        assertThat(run("a".repeat(15)).after(REJECTED).reason())
                .isEqualTo(SwitchingReason.of(Code.REJECTED_ON_REDUCED));
        assertThat(run("a".repeat(15)).after(GAP).reason()).isEqualTo(SwitchingReason.of(Code.IN_GAP_ON_REDUCED));
    }

    @Test
    void a_switching_score_of_30_reduces() {
        assertThat(run("a".repeat(14)).score()).isEqualTo(28);
        assertThat(run("a".repeat(15)).state()).isEqualTo(REDUCED);
        assertThat(run("a".repeat(14) + "r" + "a".repeat(14)).state()).isEqualTo(NORMAL);
    }

    @Test
    void larger_plans_score_three_if_the_lot_would_pass_one_step_tighter_and_begin_anew_if_not() {
        LotResult well = new LotResult(2, true, false, true);
        LotResult barely = new LotResult(2, true, false, false);
        Switching state = Switching.START;
        for (int i = 0; i < 9; i++) {
            state = state.after(well).next();
        }

        assertThat(state.score()).isEqualTo(27);
        assertThat(state.after(well).next().state()).isEqualTo(REDUCED);
        assertThat(state.after(barely).next().score()).isZero();
        assertThat(state.after(ACCEPTED).next().score()).isEqualTo(29);
    }

    @Test
    void one_rejected_on_reduced_or_one_in_the_gap_is_normal_again() {
        Switching reduced = run("a".repeat(15));

        assertThat(reduced.after(REJECTED).next()).isEqualTo(Switching.START);
        assertThat(reduced.after(GAP).next()).isEqualTo(Switching.START);
        assertThat(reduced.after(ACCEPTED).next()).isEqualTo(reduced);
    }

    @Test
    void every_change_has_a_reason_and_nothing_else_has() {
        Random random = new Random(28);
        Switching state = Switching.START;
        for (int i = 0; i < 10_000; i++) {
            Switching.Transition transition =
                    state.state() == DISCONTINUED ? state.resumed() : state.after(lot(random, .3));
            assertThat(transition.reason() != null).isEqualTo(transition.next().state() != state.state());
            state = transition.next();
        }
    }

    @Test
    void ten_thousand_random_inspections_switch_as_the_reference_does() {
        Set<State> seen = EnumSet.noneOf(State.class);
        for (double badness : List.of(.01, .1, .3, .6)) {
            Random random = new Random((long) (badness * 1000));
            Switching state = Switching.START;
            Reference reference = new Reference();
            for (int i = 0; i < 10_000; i++) {
                if (reference.state == DISCONTINUED && random.nextInt(3) == 0) {
                    state = state.resumed().next();
                    reference.resume();
                } else {
                    LotResult lot = lot(random, badness);
                    state = state.after(lot).next();
                    reference.inspected(lot);
                }
                assertThat(state.state()).as("after lot " + i).isEqualTo(reference.state);
                seen.add(state.state());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(State.values());
    }

    /** The rules read out, over the whole history since the last switch, without any cleverness. */
    private static final class Reference {
        private State state = NORMAL;
        private final List<LotResult> sinceSwitch = new ArrayList<>();

        void inspected(LotResult lot) {
            sinceSwitch.add(lot);
            int n = sinceSwitch.size();
            switch (state) {
                case NORMAL -> {
                    if (rejected(sinceSwitch.subList(Math.max(0, n - 5), n)) >= 2) {
                        transitionTo(TIGHTENED);
                    } else if (score() >= 30) {
                        transitionTo(REDUCED);
                    }
                }
                case TIGHTENED -> {
                    if (rejected(sinceSwitch) == 5) {
                        transitionTo(DISCONTINUED);
                    } else if (n >= 5 && rejected(sinceSwitch.subList(n - 5, n)) == 0) {
                        transitionTo(NORMAL);
                    }
                }
                case REDUCED -> {
                    if (!lot.accepted() || lot.inGap()) {
                        transitionTo(NORMAL);
                    }
                }
                case DISCONTINUED -> sinceSwitch.clear();
            }
        }

        void resume() {
            transitionTo(TIGHTENED);
        }

        private int score() {
            int score = 0;
            for (LotResult lot : sinceSwitch) {
                boolean small = lot.acceptance() <= 1;
                boolean counts = lot.accepted() && (small || lot.acceptedOneStepTighter());
                score = counts ? score + (small ? 2 : 3) : 0;
            }
            return score;
        }

        private void transitionTo(State next) {
            state = next;
            sinceSwitch.clear();
        }

        private static long rejected(List<LotResult> lots) {
            return lots.stream().filter(lot -> !lot.accepted()).count();
        }
    }

    private static LotResult lot(Random random, double badness) {
        boolean accepted = random.nextDouble() >= badness;
        return new LotResult(
                random.nextInt(4),
                accepted,
                accepted && random.nextDouble() < badness,
                accepted && random.nextDouble() >= badness);
    }

    private static Switching run(String lots) {
        Switching state = Switching.START;
        for (int i = 0; i < lots.length(); i++) {
            state = state.after(lots.charAt(i) == 'a' ? ACCEPTED : REJECTED).next();
        }
        return state;
    }
}
