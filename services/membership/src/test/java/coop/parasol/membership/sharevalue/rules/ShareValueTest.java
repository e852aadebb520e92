package coop.parasol.membership.sharevalue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ownership is 1/N: v = floor((NBV - indivisible reserve - patronage capital) / N). */
class ShareValueTest {

    private static final long PAR = 100_000;

    @Test
    void founders_each_pay_par() {
        long capital = 0;
        for (long members = 0; members < 5; members++) {
            assertThat(ShareValue.of(capital, 0, 0, members, PAR)).isEqualTo(PAR);
            capital += PAR;
        }
    }

    /** The vector of the rules: five members, 5,756.00 net, 180.00 reserve, 576.00 patronage capital. */
    @Test
    void reserve_and_patronage_capital_are_no_part_of_a_share() {
        assertThat(ShareValue.of(575_600, 18_000, 57_600, 5, PAR)).isEqualTo(100_000);
    }

    @Test
    void the_remainder_of_the_floor_stays_undivided() {
        assertThat(ShareValue.of(100_002, 0, 0, 3, PAR)).isEqualTo(33_334);
        assertThat(ShareValue.of(100_001, 0, 0, 3, PAR)).isEqualTo(33_333);
    }

    @Test
    void a_share_is_never_worth_less_than_nothing() {
        assertThat(ShareValue.of(-5, 0, 0, 3, PAR)).isZero();
    }

    @Test
    void entry_and_exit_at_v_leave_v_unchanged_over_random_histories() {
        Random random = new Random(16_300);
        for (int history = 0; history < 300; history++) {
            long members = 1L + random.nextInt(20_000);
            long reserve = random.nextInt(1_000_000);
            long patronage = random.nextInt(1_000_000);
            long worth = reserve + patronage + Math.abs(random.nextLong() % 1_000_000_000L);
            long value = ShareValue.of(worth, reserve, patronage, members, PAR);
            for (int step = 0; step < 100; step++) {
                boolean joins = members == 1 || random.nextBoolean();
                worth += joins ? value : -value;
                members += joins ? 1 : -1;

                long after = ShareValue.of(worth, reserve, patronage, members, PAR);

                assertThat(after).as("not less for anybody").isGreaterThanOrEqualTo(value);
                assertThat((after - value) * members)
                        .as("and no more than the remainder")
                        .isLessThan(20_100L);
                value = after;
            }
        }
    }
}
