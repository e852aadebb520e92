package coop.parasol.production.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.member.Member;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a commitment adds to the outlook, and to what its member has open, as it is made, changed, reported and released. */
@QuarkusTest
class ChangeCommitmentTest {

    private static final Period WEEK = Weeks.after(2);
    private static final Cause CAUSE = Cause.of("test");

    @Inject
    CommitQuantity commitQuantity;

    @Inject
    ChangeCommitment changeCommitment;

    @Inject
    ReportedCommitments.Repository reportedCommitments;

    @Inject
    LapseCommitments lapseCommitments;

    @Inject
    CommitmentFixture commitments;

    @Inject
    Jdbi jdbi;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member;

    @BeforeEach
    void member_and_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        commitments.declare(member, product, WEEK, 1_000_000);
        commitments.declare(member, product, Weeks.after(3), 1_000_000);
    }

    @Test
    void a_commitment_adds_to_the_outlook_until_it_is_reported_and_closes_then() {
        Commitment commitment = commit(100);
        assertThat(committed()).isEqualTo(100);

        report(commitment, 60);
        assertThat(committed()).isEqualTo(40);
        report(commitment, 70);

        assertThat(committed()).isZero();
        assertThat(open()).isZero();
        assertThat(stored(commitment).state).isEqualTo(Commitment.State.FULFILLED);
    }

    @Test
    void what_is_reported_stays_committed_when_the_rest_is_released() {
        Commitment commitment = commit(100);
        report(commitment, 30);

        assertThat(release(commitment)).isInstanceOf(ChangeCommitment.Changed.class);

        assertThat(stored(commitment).quantity).isEqualByComparingTo("30");
        assertThat(stored(commitment).state).isEqualTo(Commitment.State.FULFILLED);
        assertThat(committed()).isZero();
    }

    @Test
    void a_commitment_of_which_nothing_is_reported_is_released_whole_and_stays_so() {
        Commitment commitment = commit(100);
        release(commitment);

        assertThat(stored(commitment).state).isEqualTo(Commitment.State.RELEASED);
        assertThat(code(change(commitment, 50))).isEqualTo("commitment-not-open");
        assertThat(committed()).isZero();
    }

    @Test
    void a_leaving_member_lowers_a_commitment_and_does_not_raise_it_or_make_another() {
        Commitment commitment = commit(100);
        MemberFixture.leave(member);

        assertThat(code(change(commitment, 101))).isEqualTo("member-not-active");
        assertThat(change(commitment, 90)).isInstanceOf(ChangeCommitment.Changed.class);
        assertThat(code(tryToCommit(10, "other route"))).isEqualTo("member-not-active");
        assertThat(committed()).isEqualTo(90);
    }

    @Test
    void one_commitment_is_open_for_product_week_and_route() {
        commit(100);

        assertThat(code(tryToCommit(10, "hand"))).isEqualTo("already-committed");
        assertThat(code(tryToCommit(10, "press"))).isEmpty();
        assertThat(committed()).isEqualTo(110);
    }

    @Test
    void a_commitment_of_another_member_or_product_takes_no_batch() {
        Commitment commitment = commit(100);

        UUID other = MemberFixture.member(Member.State.ACTIVE);
        assertThat(refusalToReport(other, commitment, product)).contains("unknown-commitment");
        assertThat(refusalToReport(member, commitment, "OTHER")).contains("commitment-for-other-product");
        assertThat(refusalToReport(member, commitment, product)).isEmpty();
    }

    @Test
    void what_a_leaving_member_has_not_made_lapses_four_weeks_after_its_week() {
        Commitment late = commitment(Period.parse("2020-W10"));
        Commitment recent = commit(40);
        lapseCommitments.run();
        assertThat(stored(late).state).isEqualTo(Commitment.State.OPEN);

        MemberFixture.leave(member);
        lapseCommitments.run();

        assertThat(stored(late).state).isEqualTo(Commitment.State.RELEASED);
        assertThat(stored(recent).state).isEqualTo(Commitment.State.OPEN);
    }

    @Test
    void the_outlook_is_what_is_committed_and_not_reported_over_random_changes() {
        Random random = new Random(17);
        Commitment commitment = commit(50);
        for (int round = 0; round < 80; round++) {
            Commitment now = stored(commitment);
            if (now.state != Commitment.State.OPEN) {
                commitment = commit(1 + random.nextInt(100));
                now = stored(commitment);
            }
            switch (random.nextInt(4)) {
                case 0 -> change(commitment, random.nextInt(120));
                case 1 -> report(commitment, 1 + random.nextInt(20));
                case 2 -> assertThat(committed()).isEqualTo(now.outstanding().longValueExact());
                default -> {
                    if (random.nextInt(4) == 0) {
                        release(commitment);
                    }
                }
            }

            assertThat(committed()).isEqualTo(stored(commitment).outstanding().longValueExact());
            assertThat(open()).isEqualTo(stored(commitment).state == Commitment.State.OPEN ? 1 : 0);
        }
    }

    private Commitment commit(long pieces) {
        return ((CommitQuantity.Committed) tryToCommit(pieces, "hand")).commitment();
    }

    private CommitQuantity.Outcome tryToCommit(long pieces, String route) {
        CommitQuantity.Request request = new CommitQuantity.Request(member, product, null, WEEK, pieces(pieces), route);
        return QuarkusTransaction.requiringNew().call(() -> commitQuantity.commit(request, CAUSE));
    }

    /** A commitment that was made when its week, which is over, was still to come. */
    private Commitment commitment(Period week) {
        CommitQuantity.Request request =
                new CommitQuantity.Request(member, product, null, Weeks.after(3), pieces(10), "hand");
        Commitment commitment = QuarkusTransaction.requiringNew()
                .call(() -> ((CommitQuantity.Committed) commitQuantity.commit(request, CAUSE)).commitment());
        jdbi.useHandle(handle -> handle.createUpdate("update commitment set period = :week where id = :id")
                .bind("week", week.toString())
                .bind("id", commitment.id)
                .execute());
        return commitment;
    }

    private ChangeCommitment.Outcome change(Commitment commitment, long pieces) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changeCommitment.change(member, commitment.id, pieces(pieces), null, CAUSE));
    }

    private ChangeCommitment.Outcome release(Commitment commitment) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changeCommitment.release(member, commitment.id, null, CAUSE));
    }

    private void report(Commitment commitment, long pieces) {
        QuarkusTransaction.requiringNew().run(() -> {
            ReportedCommitments reported =
                    reportedCommitments.lock(Member.lock(member).orElseThrow(), List.of(commitment.id));
            reported.report(commitment.id, pieces(pieces));
            reportedCommitments.store(reported);
        });
    }

    private Optional<String> refusalToReport(UUID memberId, Commitment commitment, String ofProduct) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reportedCommitments
                        .lock(Member.lock(memberId).orElseThrow(), List.of(commitment.id))
                        .refusal(commitment.id, ofProduct))
                .map(ChangeCommitmentTest::code);
    }

    private static Commitment stored(Commitment commitment) {
        return QuarkusTransaction.requiringNew().call(() -> Commitment.findById(commitment.id));
    }

    private long open() {
        return QuarkusTransaction.requiringNew().call(() -> Member.<Member>findById(member).openCommitments);
    }

    private long committed() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.createQuery("select coalesce(sum(commitments), 0) from demand_outlook"
                                        + " where product = :product and period = :week")
                                .bind("product", product)
                                .bind("week", WEEK.toString())
                                .mapTo(Long.class)
                                .one()));
    }

    private static String code(CommitQuantity.Outcome outcome) {
        return switch (outcome) {
            case CommitQuantity.Committed committed -> "";
            case CommitQuantity.Refused refused -> code(refused.reason());
        };
    }

    private static String code(ChangeCommitment.Outcome outcome) {
        return switch (outcome) {
            case ChangeCommitment.Changed changed -> "";
            case ChangeCommitment.Refused refused -> code(refused.reason());
        };
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Conflict conflict -> conflict.code();
            case Refusal.InvalidField field -> field.code();
            default -> refusal.toString();
        };
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
