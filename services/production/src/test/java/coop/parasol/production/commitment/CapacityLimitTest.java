package coop.parasol.production.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A producer commits no more than it has declared that it can make. */
@QuarkusTest
class CapacityLimitTest {

    private static final Period WEEK = Weeks.after(2);

    @Inject
    CommitmentFixture commitments;

    @Inject
    Jdbi jdbi;

    @Test
    void more_than_the_declared_capacity_is_not_committed_in_all_grades_and_routes_together() {
        String product = "P-" + UUID.randomUUID();
        MemberFixture.product(product, null);
        UUID meera = MemberFixture.member(Member.State.ACTIVE);
        UUID ravi = MemberFixture.member(Member.State.ACTIVE);
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute(
                        "insert into capacity (id, member_id, product, period, quantity, unit, version)"
                                + " values (?, ?, ?, ?, 100, 'C62', 0)",
                        UUID.randomUUID(),
                        meera,
                        product,
                        WEEK.toString())));
        UUID commitment = commitments.commit(meera, product, "B", WEEK.toString(), 60);

        assertThat(commitments.tryToCommit(meera, product, WEEK, 41)).isEqualTo("over-capacity");
        assertThat(commitments.tryToCommit(meera, product, WEEK, 40)).isEmpty();
        assertThat(commitments.tryToChange(meera, commitment, 61)).isEqualTo("over-capacity");
        assertThat(commitments.tryToChange(meera, commitment, 50)).isEmpty();
        assertThat(commitments.tryToCommit(ravi, product, WEEK, 1_000)).isEmpty();
    }
}
