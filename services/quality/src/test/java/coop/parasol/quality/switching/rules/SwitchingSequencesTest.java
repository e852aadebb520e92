package coop.parasol.quality.switching.rules;

import static coop.parasol.quality.switching.rules.Switching.State.DISCONTINUED;
import static coop.parasol.quality.switching.rules.Switching.State.NORMAL;
import static coop.parasol.quality.switching.rules.Switching.State.REDUCED;
import static coop.parasol.quality.switching.rules.Switching.State.TIGHTENED;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.InspectionLevel;
import coop.parasol.quality.sampling.rules.SamplingPlan;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.switching.rules.Switching.LotResult;
import coop.parasol.quality.switching.rules.Switching.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The sentences of MIL-STD-105E and of ISO 2859-1 9.3 and 9.4 on switching, each over every sequence of lots it can be about, and
 * lots of 1,000 at AQL 1.0 by the plans of the tables. {@code a} is an accepted lot, {@code r} a rejected one.
 */
class SwitchingSequencesTest {

    private static final Switching ON_TIGHTENED = run(Switching.START, "rr");
    private static final Switching ON_REDUCED = run(Switching.START, "a".repeat(15));

    @Test
    void normal_to_tightened_when_2_out_of_2_3_4_or_5_consecutive_lots_have_been_rejected() {
        everySequence(10, lots -> {
            int switched = lots.length() + 1;
            for (int from = 0; from < lots.length(); from++) {
                for (int to = from + 2; to <= Math.min(from + 5, lots.length()); to++) {
                    if (rejected(lots.substring(from, to)) == 2) {
                        switched = Math.min(switched, to);
                    }
                }
            }
            assertThat(run(Switching.START, lots.substring(0, Math.min(switched, lots.length()) - 1))
                            .state())
                    .as(lots)
                    .isEqualTo(NORMAL);
            assertThat(firstChange(Switching.START, lots)).as(lots).isEqualTo(switched);
        });
    }

    @Test
    void tightened_to_normal_when_5_consecutive_lots_have_been_accepted_and_discontinued_when_5_are_rejected_in_all() {
        everySequence(12, lots -> {
            int normal = lots.indexOf("aaaaa") < 0 ? 13 : lots.indexOf("aaaaa") + 5;
            int discontinued = 13;
            for (int to = lots.length(); to > 0 && rejected(lots.substring(0, to)) >= 5; to--) {
                discontinued = to;
            }
            int change = Math.min(normal, discontinued);
            assertThat(firstChange(ON_TIGHTENED, lots)).as(lots).isEqualTo(change);
            if (change <= lots.length()) {
                assertThat(run(ON_TIGHTENED, lots.substring(0, change)).state())
                        .as(lots)
                        .isEqualTo(normal < discontinued ? NORMAL : DISCONTINUED);
            }
        });
    }

    @Test
    void reduced_to_normal_with_the_first_lot_that_is_rejected() {
        everySequence(8, lots -> {
            int first = lots.indexOf('r') + 1;
            assertThat(firstChange(ON_REDUCED, lots)).as(lots).isEqualTo(first == 0 ? lots.length() + 1 : first);
        });
    }

    @Test
    void acceptance_numbers_of_0_and_1_score_2_a_lot_and_reduce_after_15() {
        assertThat(firstChange(Switching.START, "a".repeat(20))).isEqualTo(15);
        assertThat(firstChange(Switching.START, "aaaaar" + "a".repeat(20)))
                .as("the score begins anew")
                .isEqualTo(6 + 15);
    }

    @Test
    void lots_of_1000_at_AQL_1_are_reduced_after_ten_that_would_have_passed_AQL_0_65() {
        List<State> states = inspect(0, 1, 1, 0, 1, 1, 1, 0, 1, 1);

        assertThat(states.subList(0, 9)).containsOnly(NORMAL);
        assertThat(states.getLast()).isEqualTo(REDUCED);
    }

    @Test
    void a_lot_that_passes_only_by_the_last_defective_allowed_sets_the_score_back() {
        List<State> states = inspect(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(states.subList(0, 19)).containsOnly(NORMAL);
        assertThat(states.getLast()).isEqualTo(REDUCED);
    }

    @Test
    void on_reduced_inspection_2_of_32_are_accepted_and_bring_normal_inspection_back() {
        List<State> states = inspect(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 0);

        assertThat(states.subList(9, 14)).containsExactly(REDUCED, REDUCED, REDUCED, NORMAL, NORMAL);
    }

    @Test
    void two_lots_with_3_of_80_tighten_and_on_tightened_2_of_80_are_too_many() {
        List<State> states = inspect(3, 0, 3, 2, 1, 1, 1, 1, 1);

        assertThat(states)
                .containsExactly(
                        NORMAL, NORMAL, TIGHTENED, TIGHTENED, TIGHTENED, TIGHTENED, TIGHTENED, TIGHTENED, NORMAL);
    }

    @Test
    void seven_bad_lots_in_a_row_end_inspection_until_something_has_changed() {
        List<State> states = inspect(3, 3, 2, 2, 2, 2, 2);

        assertThat(states.subList(1, 6)).containsOnly(TIGHTENED);
        assertThat(states.getLast()).isEqualTo(DISCONTINUED);
    }

    /** Lots of 1,000 at AQL 1.0, level II: normal n 80 Ac 2 Re 3, tightened 80 1 2, reduced 32 1 3; the state after each. */
    private static List<State> inspect(int... defectives) {
        Switching state = Switching.START;
        List<State> states = new ArrayList<>();
        for (int found : defectives) {
            Severity severity = Objects.requireNonNull(state.severity());
            SamplingPlan plan =
                    SamplingPlan.of(DefectClass.MAJOR, new BigDecimal("1.0"), InspectionLevel.II, 1000, severity);
            state = state.after(LotResult.of(plan, Map.of(DefectClass.MAJOR, found)))
                    .next();
            states.add(state.state());
        }
        return states;
    }

    private static void everySequence(int length, Consumer<String> check) {
        for (int bits = 0; bits < 1 << length; bits++) {
            StringBuilder lots = new StringBuilder();
            for (int i = 0; i < length; i++) {
                lots.append((bits >> i & 1) == 0 ? 'a' : 'r');
            }
            check.accept(lots.toString());
        }
    }

    /** After how many lots the state is another for the first time; one more than there are if never. */
    private static int firstChange(Switching from, String lots) {
        for (int n = 1; n <= lots.length(); n++) {
            if (run(from, lots.substring(0, n)).state() != from.state()) {
                return n;
            }
        }
        return lots.length() + 1;
    }

    private static Switching run(Switching from, String lots) {
        Switching state = from;
        for (int i = 0; i < lots.length(); i++) {
            boolean accepted = lots.charAt(i) == 'a';
            state = state.after(new LotResult(0, accepted, false, false)).next();
        }
        return state;
    }

    private static long rejected(String lots) {
        return lots.chars().filter(lot -> lot == 'r').count();
    }
}
