package coop.parasol.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The firm keeps between nothing and all of a pool's receipts. */
class MarginBylawTest {

    @Test
    void a_share_is_between_0_and_10000_basis_points() {
        assertThat(new MarginBylaw(0).marginShare()).isZero();
        assertThat(new MarginBylaw(800).marginShare()).isEqualTo(800);
        assertThat(new MarginBylaw(10_000).marginShare()).isEqualTo(10_000);
    }

    @Test
    void any_other_share_stops_the_start_and_says_so() {
        for (int share : new int[] {-1, 10_001}) {
            assertThatThrownBy(() -> new MarginBylaw(share))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("parasol.bylaws.margin-share")
                    .hasMessageContaining("basis points");
        }
    }
}
