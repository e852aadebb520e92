package coop.parasol.membership.member.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** APPLIED -> ADMITTED -> ACTIVE -> LEAVING -> LEFT, or REFUSED. */
class MemberStateTest {

    private static final Map<MemberState, Set<MemberState>> DRAWN = Map.of(
            MemberState.APPLIED, Set.of(MemberState.ADMITTED, MemberState.REFUSED),
            MemberState.ADMITTED, Set.of(MemberState.ACTIVE),
            MemberState.ACTIVE, Set.of(MemberState.LEAVING, MemberState.EXPELLED),
            MemberState.LEAVING, Set.of(MemberState.LEFT, MemberState.ACTIVE, MemberState.EXPELLED),
            MemberState.LEFT, Set.of(),
            MemberState.REFUSED, Set.of(),
            MemberState.EXPELLED, Set.of());

    @Test
    void only_the_documented_transitions_are_possible() {
        for (MemberState from : MemberState.values()) {
            for (MemberState to : MemberState.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " -> " + to)
                        .isEqualTo(drawn(from).contains(to));
            }
        }
    }

    private static Set<MemberState> drawn(MemberState from) {
        return DRAWN.getOrDefault(from, Set.of());
    }
}
