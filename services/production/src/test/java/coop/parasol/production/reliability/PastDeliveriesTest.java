package coop.parasol.production.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.production.reliability.PastDeliveries.Week;
import coop.parasol.production.reliability.rules.Reliability;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivered is what is certified of batches that were reported for the week's commitments before the week was over. */
@QuarkusTest
class PastDeliveriesTest {

    private static final Period LAST = Weeks.after(-1);

    @Inject
    PastDeliveries deliveries;

    @Inject
    DeliveredWeeks weeks;

    private final String product = "P-" + UUID.randomUUID();
    private UUID meera;

    @BeforeEach
    void a_producer() {
        meera = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void what_was_rejected_or_reported_after_the_week_is_not_delivered() {
        UUID commitment = weeks.counted(meera, product, LAST, 100);
        weeks.batch(meera, product, commitment, 40, "A", weeks.endOf(LAST, -1));
        weeks.batch(meera, product, commitment, 10, "B", weeks.endOf(LAST, -1));
        weeks.batch(meera, product, commitment, 30, "", weeks.endOf(LAST, -1));
        weeks.batch(meera, product, commitment, 20, "A", weeks.endOf(LAST, 0));

        List<Week> seen = ofMeera();
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().counted()).isEqualByComparingTo("100");
        assertThat(seen.getFirst().delivered()).isEqualByComparingTo("50");
    }

    @Test
    void only_weeks_of_the_last_quarter_that_are_over_are_looked_at() {
        weeks.counted(meera, product, Weeks.after(0), 100);
        weeks.counted(meera, product, Weeks.after(-14), 100);
        weeks.counted(meera, product, Weeks.after(-13), 70);

        assertThat(ofMeera()).extracting(Week::period).containsExactly(Weeks.after(-13));
    }

    @Test
    void weeks_come_together_and_one_in_which_nothing_counted_is_left_out() {
        UUID last = weeks.counted(meera, product, LAST, 100);
        weeks.batch(meera, product, last, 150, "A", weeks.endOf(LAST, -1));
        weeks.counted(meera, product, Weeks.after(-2), 100);
        UUID other = MemberFixture.member(Member.State.ACTIVE);

        var reliabilities = QuarkusTransaction.requiringNew()
                .call(() -> deliveries
                        .reliabilities(List.of(meera, other), List.of(product))
                        .getOrDefault(product, Map.of()));

        assertThat(reliabilities).containsOnlyKeys(meera);
        Reliability own = Objects.requireNonNull(reliabilities.get(meera));
        assertThat(own.counted()).isEqualByComparingTo("200");
        assertThat(own.delivered()).isEqualByComparingTo("100");
    }

    private List<Week> ofMeera() {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.weeks(List.of(meera), List.of()));
    }
}
