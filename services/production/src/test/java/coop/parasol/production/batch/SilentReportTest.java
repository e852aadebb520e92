package coop.parasol.production.batch;

import static coop.parasol.production.batch.BatchChangeScenario.requested;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody keeps an originator's share by reporting what it has taken without naming the commitment. */
@QuarkusTest
class SilentReportTest {

    @Inject
    BatchChangeScenario scenario;

    @Inject
    CommitmentFixture commitments;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void member_and_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void a_batch_without_a_commitment_is_counted_for_what_was_taken_from_another_the_earliest_week_first() {
        UUID later = taken(3, 30, 25);
        UUID earlier = taken(2, 25, 25);

        UUID first = report("L-1", 20);
        UUID second = report("L-2", 20);
        UUID third = report("L-3", 25);
        UUID rest = report("L-4", 7);

        assertThat(madeFor(first)).isEqualTo(earlier);
        assertThat(madeFor(second)).isEqualTo(earlier);
        assertThat(madeFor(third)).isEqualTo(later);
        assertThat(madeFor(rest)).as("what was taken is made").isNull();
        assertThat(reported(earlier)).isEqualTo(25);
        assertThat(reported(later)).isEqualTo(25);
        assertThat(scenario.report(member, product, "L-1", 20, null)).contains(first);
    }

    @Test
    void a_batch_of_another_product_or_of_who_has_taken_nothing_is_counted_for_no_commitment() {
        String other = "P-" + UUID.randomUUID();
        MemberFixture.product(other, null);
        taken(2, 25, 25);
        UUID own = commitments.commit(member, other, Weeks.after(2).toString(), 10);

        assertThat(madeFor(scenario.report(member, other, "L-1", 10, null).orElseThrow()))
                .isNull();
        assertThat(reported(own)).isZero();
    }

    @Test
    void a_named_commitment_stays_the_one_that_a_batch_is_made_for() {
        taken(2, 25, 25);
        UUID own = commitments.commit(member, product, Weeks.after(4).toString(), 10);

        assertThat(madeFor(scenario.report(member, product, "L-1", 10, own).orElseThrow()))
                .isEqualTo(own);
    }

    @Test
    void a_leaving_producer_may_be_silent_about_what_it_has_taken() {
        UUID commitment = taken(2, 25, 25);
        MemberFixture.leave(member);

        assertThat(madeFor(report("L-1", 25))).isEqualTo(commitment);
    }

    @Test
    void a_correction_takes_no_batch_away_from_what_was_taken() {
        UUID commitment = taken(2, 25, 25);
        UUID batch = report("L-1", 25);
        scenario.answer(
                member,
                batch,
                requested(scenario.correct(member, batch, scenario.correction(24, null))),
                BatchChangeAnswer.ACCEPTED);

        assertThat(madeFor(batch)).isEqualTo(commitment);
        assertThat(reported(commitment)).isEqualTo(24);
    }

    private UUID taken(int weeks, long pieces, long taken) {
        UUID commitment = commitments.commit(member, product, Weeks.after(weeks).toString(), pieces);
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.execute("update commitment set taken = ? where id = ?", taken, commitment)));
        return commitment;
    }

    private UUID report(String lot, long pieces) {
        return scenario.report(member, product, lot, pieces, null).orElseThrow();
    }

    private @Nullable UUID madeFor(UUID batch) {
        return scenario.batch(batch).commitmentId;
    }

    private static long reported(UUID commitment) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Commitment.<Commitment>findById(commitment).reported.longValueExact());
    }
}
