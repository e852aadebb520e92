package coop.parasol.membership.books.setoff.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.setoff.rules.SetOff.Raised;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SetOffTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void a_claim_is_settled_by_what_comes_first_and_never_more_than_comes() {
        List<Long> setOff = SetOff.divide(
                List.of(new Raised("a", ONE, 10_000), new Raised("b", OTHER, 7), new Raised("c", ONE, 25_000)),
                Map.of(ONE, 30_000L));

        assertThat(setOff).containsExactly(10_000L, 0L, 20_000L);
    }

    @Test
    void a_member_that_owes_nothing_gets_the_whole() {
        assertThat(SetOff.divide(List.of(new Raised("a", ONE, 5)), Map.of(ONE, -3L)))
                .containsExactly(0L);
        assertThat(SetOff.divide(List.of(new Raised("a", ONE, 0)), Map.of(ONE, 3L)))
                .containsExactly(0L);
    }

    @Test
    void whatever_comes_in_whatever_order_what_is_set_off_and_what_is_left_is_what_was_owed() {
        Random random = new Random(2026);
        for (int round = 0; round < 2_000; round++) {
            Map<UUID, Long> owed =
                    new HashMap<>(Map.of(ONE, (long) random.nextInt(50), OTHER, (long) random.nextInt(50)));
            Map<UUID, Long> before = Map.copyOf(owed);
            Map<UUID, Long> came = new HashMap<>();
            Map<UUID, Long> settled = new HashMap<>();
            for (int call = 0; call < 3; call++) {
                List<Raised> raised = new ArrayList<>();
                for (int i = 0; i < random.nextInt(4); i++) {
                    raised.add(new Raised("x" + i, random.nextBoolean() ? ONE : OTHER, random.nextInt(30)));
                }
                List<Long> setOff = SetOff.divide(raised, owed);
                for (int i = 0; i < raised.size(); i++) {
                    assertThat(setOff.get(i)).isBetween(0L, raised.get(i).amount());
                    came.merge(raised.get(i).memberId(), raised.get(i).amount(), Long::sum);
                    settled.merge(raised.get(i).memberId(), setOff.get(i), Long::sum);
                    owed.merge(raised.get(i).memberId(), -setOff.get(i), Long::sum);
                }
            }
            before.forEach((member, claim) -> assertThat(settled.getOrDefault(member, 0L))
                    .isEqualTo(Math.min(claim, came.getOrDefault(member, 0L))));
        }
    }
}
