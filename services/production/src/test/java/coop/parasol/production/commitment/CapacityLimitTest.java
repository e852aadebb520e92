package coop.parasol.production.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A producer commits no more than it has declared that it can make. */
@QuarkusTest
class CapacityLimitTest {

    private static final Period WEEK = Weeks.after(2);

    @Inject
    CommitmentFixture commitments;

    @Test
    void more_than_the_declared_capacity_is_not_committed_in_all_grades_and_routes_together() {
        String product = "P-" + UUID.randomUUID();
        MemberFixture.product(product, null);
        UUID meera = MemberFixture.member(Member.State.ACTIVE);
        UUID ravi = MemberFixture.member(Member.State.ACTIVE);
        commitments.declare(meera, product, WEEK, 100);
        UUID commitment = commitments.commit(meera, product, "B", WEEK.toString(), 60);

        assertThat(commitments.tryToCommit(meera, product, WEEK, 41)).isEqualTo("over-capacity");
        assertThat(commitments.tryToCommit(meera, product, WEEK, 40)).isEmpty();
        assertThat(commitments.tryToChange(meera, commitment, 61)).isEqualTo("over-capacity");
        assertThat(commitments.tryToChange(meera, commitment, 50)).isEmpty();
        commitments.declare(ravi, product, WEEK, 1_000);
        assertThat(commitments.tryToCommit(ravi, product, WEEK, 1_000)).isEmpty();
    }

    @Test
    void nothing_is_committed_where_no_capacity_is_declared_and_nothing_more_where_it_was_withdrawn() {
        String product = "P-" + UUID.randomUUID();
        MemberFixture.product(product, null);
        UUID meera = MemberFixture.member(Member.State.ACTIVE);
        assertThat(commitments.tryToCommitAsDeclared(meera, product, WEEK, 1)).isEqualTo("capacity-not-declared");

        commitments.declare(meera, product, Weeks.after(3), 100);
        assertThat(commitments.tryToCommitAsDeclared(meera, product, WEEK, 1))
                .as("another week's capacity")
                .isEqualTo("capacity-not-declared");
        commitments.declare(meera, product, WEEK, 0);
        assertThat(commitments.tryToCommitAsDeclared(meera, product, WEEK, 1)).isEqualTo("over-capacity");

        commitments.declare(meera, product, WEEK, 10);
        UUID commitment = commitments.commit(meera, product, WEEK.toString(), 10);
        commitments.declare(meera, product, WEEK, 5);
        assertThat(commitments.tryToChange(meera, commitment, 11)).isEqualTo("over-capacity");
        assertThat(commitments.tryToChange(meera, commitment, 8)).as("lowering").isEmpty();
    }
}
