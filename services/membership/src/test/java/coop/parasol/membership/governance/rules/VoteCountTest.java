package coop.parasol.membership.governance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quorum and majority from the bylaws; one member, one vote. */
class VoteCountTest {

    private static final int QUARTER = 2_500;
    private static final int HALF = 5_000;
    private static final int TWO_THIRDS = 6_666;

    @Test
    void a_tie_is_no_acceptance() {
        assertThat(new VoteCount(10, 3, 3, 0).isCarried(QUARTER, HALF)).isFalse();
        assertThat(new VoteCount(10, 4, 3, 0).isCarried(QUARTER, HALF)).isTrue();
    }

    @Test
    void two_of_three_are_two_thirds() {
        assertThat(new VoteCount(3, 2, 1, 0).isCarried(QUARTER, TWO_THIRDS)).isTrue();
        assertThat(new VoteCount(5, 3, 2, 0).isCarried(QUARTER, TWO_THIRDS)).isFalse();
    }

    @Test
    void without_the_quorum_nothing_is_carried() {
        assertThat(new VoteCount(16_300, 4_074, 0, 0).isCarried(QUARTER, HALF)).isFalse();
        assertThat(new VoteCount(16_300, 4_075, 0, 0).isCarried(QUARTER, HALF)).isTrue();
    }

    @Test
    void an_abstention_counts_for_the_quorum_and_for_neither_side() {
        assertThat(new VoteCount(100, 2, 1, 22).isCarried(QUARTER, HALF)).isTrue();
        assertThat(new VoteCount(100, 2, 1, 21).isCarried(QUARTER, HALF)).isFalse();
        assertThat(new VoteCount(100, 0, 0, 100).isCarried(QUARTER, HALF)).isFalse();
    }

    @Test
    void nobody_decides_if_nobody_votes() {
        assertThat(new VoteCount(0, 0, 0, 0).isCarried(0, HALF)).isFalse();
        assertThat(new VoteCount(5, 0, 0, 0).isCarried(0, HALF)).isFalse();
    }

    @Test
    void the_count_is_that_of_the_ballots_in_whatever_order_and_one_more_yes_never_hurts() {
        Random random = new Random(16_300);
        for (int vote = 0; vote < 5_000; vote++) {
            int electorate = 1 + random.nextInt(40);
            int quorum = random.nextInt(10_001);
            int majority = HALF + random.nextInt(5_000);
            List<BallotChoice> ballots = new ArrayList<>();
            for (int i = random.nextInt(electorate + 1); i > 0; i--) {
                ballots.add(List.of(BallotChoice.values()).get(random.nextInt(3)));
            }
            VoteCount count = count(electorate, ballots);
            Collections.shuffle(ballots, random);

            assertThat(count(electorate, ballots)).isEqualTo(count);
            assertThat(count.isCarried(quorum, majority)).isEqualTo(byHand(electorate, ballots, quorum, majority));
            if (count.isCarried(quorum, majority)) {
                assertThat(new VoteCount(electorate, count.yes() + 1, count.no(), count.abstentions())
                                .isCarried(quorum, majority))
                        .isTrue();
            } else if (count.isQuorate(quorum)) {
                assertThat(new VoteCount(electorate, count.yes(), count.no() + 1, count.abstentions())
                                .isCarried(quorum, majority))
                        .isFalse();
            }
        }
    }

    @Test
    void below_the_quorum_nothing_is_decided() {
        assertThat(new VoteCount(10, 0, 3, 0).result(5_000, 5_000)).isEqualTo(VoteResult.NO_QUORUM);
        assertThat(new VoteCount(10, 0, 0, 0).result(0, 5_000)).isEqualTo(VoteResult.NO_QUORUM);
        assertThat(new VoteCount(10, 2, 3, 0).result(5_000, 5_000)).isEqualTo(VoteResult.REJECTED);
        assertThat(new VoteCount(10, 3, 2, 0).result(5_000, 5_000)).isEqualTo(VoteResult.ACCEPTED);
    }

    private static VoteCount count(int electorate, List<BallotChoice> ballots) {
        return new VoteCount(
                electorate,
                Collections.frequency(ballots, BallotChoice.YES),
                Collections.frequency(ballots, BallotChoice.NO),
                Collections.frequency(ballots, BallotChoice.ABSTAIN));
    }

    /** The same said with fractions. */
    private static boolean byHand(int electorate, List<BallotChoice> ballots, int quorum, int majority) {
        BigDecimal yes = BigDecimal.valueOf(
                ballots.stream().filter(ballot -> ballot == BallotChoice.YES).count());
        BigDecimal sides = BigDecimal.valueOf(ballots.stream()
                .filter(ballot -> ballot != BallotChoice.ABSTAIN)
                .count());
        boolean enough = !ballots.isEmpty()
                && part(BigDecimal.valueOf(ballots.size()), BigDecimal.valueOf(electorate))
                                .compareTo(BigDecimal.valueOf(quorum, 4))
                        >= 0;
        return enough && sides.signum() > 0 && part(yes, sides).compareTo(BigDecimal.valueOf(majority, 4)) > 0;
    }

    private static BigDecimal part(BigDecimal of, BigDecimal whole) {
        return of.divide(whole, MathContext.DECIMAL128);
    }
}
