package coop.parasol.production.batch;

import static coop.parasol.production.batch.BatchChangeScenario.code;
import static coop.parasol.production.batch.BatchChangeScenario.requested;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.BatchCorrected;
import coop.parasol.contracts.ProductionEvent.BatchWithdrawalRequested;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.Quantity;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.Weeks;
import coop.parasol.production.commitment.Commitment;
import coop.parasol.production.commitment.CommitmentFixture;
import coop.parasol.production.member.Member;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which changes of a report are asked for, and what follows from the answer. */
@QuarkusTest
class ChangeBatchTest {

    @Inject
    BatchChangeScenario scenario;

    @Inject
    CommitmentFixture commitments;

    @Inject
    Events events;

    private final String product = "P-" + UUID.randomUUID();
    private final String week = Weeks.after(2).toString();
    private UUID member = new UUID(0, 0);

    @BeforeEach
    void member_and_product_are_known() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
    }

    @Test
    void nothing_changes_before_quality_has_answered_and_all_of_it_when_it_has_accepted() {
        UUID batch = report("L-1", 10);
        UUID change = requested(scenario.correct(member, batch, scenario.correction(12, null)));

        assertThat(scenario.batch(batch).made()).isEqualTo(Quantity.of(10, "C62"));
        assertThat(scenario.batch(batch).openChange).isEqualTo(BatchChange.Kind.CORRECTION);

        answer(batch, change, BatchChangeAnswer.ACCEPTED);

        assertThat(scenario.batch(batch).made()).isEqualTo(Quantity.of(12, "C62"));
        assertThat(scenario.batch(batch).openChange).isNull();
        BatchCorrected told =
                events.await(BatchCorrected.class, event -> event.batchId().equals(batch));
        assertThat(told.quantity()).isEqualTo(Quantity.of(12, "C62"));
        assertThat(told.lot()).isEqualTo("L-1");
    }

    @Test
    void a_refused_change_changes_nothing_and_a_second_one_waits_for_the_answer() {
        UUID batch = report("L-1", 10);
        UUID change = requested(scenario.withdraw(member, batch));
        assertThat(code(scenario.withdraw(member, batch))).isEqualTo("change-open");
        assertThat(code(scenario.correct(member, batch, scenario.correction(1, null))))
                .isEqualTo("change-open");

        answer(batch, change, BatchChangeAnswer.SUSPENDED);

        assertThat(scenario.batch(batch).state).isEqualTo(Batch.State.REPORTED);
        assertThat(code(scenario.withdraw(member, batch))).isEmpty();
    }

    @Test
    void what_is_known_to_be_too_late_is_not_asked_for() {
        UUID batch = report("L-1", 10);
        scenario.sampleDrawn(batch);

        assertThat(code(scenario.withdraw(member, batch))).isEqualTo("sample-drawn");
        assertThat(code(scenario.correct(member, batch, scenario.correction(1, null))))
                .isEqualTo("sample-drawn");
        assertThat(events.all(
                        BatchWithdrawalRequested.class, event -> event.batchId().equals(batch)))
                .isEmpty();
    }

    @Test
    void a_correction_is_checked_as_a_report_is() {
        UUID batch = report("L-1", 10);
        ChangeBatch.Correction good = scenario.correction(1, null);

        assertThat(code(scenario.correct(member, batch, scenario.correction(0, null))))
                .isEqualTo("not-positive");
        assertThat(code(scenario.correct(member, batch, scenario.correction(1, UUID.randomUUID()))))
                .isEqualTo("unknown-commitment");
        assertThat(code(scenario.correct(
                        member,
                        batch,
                        new ChangeBatch.Correction(
                                good.quantity(),
                                good.madeOn().plusDays(1),
                                null,
                                "hand",
                                List.of(),
                                null,
                                good.inputs(),
                                good.measured()))))
                .isEqualTo("made-on-impossible");
        assertThat(code(scenario.correct(
                        member,
                        batch,
                        new ChangeBatch.Correction(
                                Quantity.of(1, "KGM"),
                                good.madeOn(),
                                null,
                                "hand",
                                List.of(),
                                null,
                                good.inputs(),
                                good.measured()))))
                .isEqualTo("wrong-unit");
    }

    @Test
    void the_day_of_making_is_judged_by_the_day_of_the_report() {
        UUID batch = report("L-1", 10);
        ChangeBatch.Correction good = scenario.correction(9, null);
        ChangeBatch.Correction thirtyDaysAgo = new ChangeBatch.Correction(
                good.quantity(),
                good.madeOn().minusDays(30),
                null,
                "hand",
                List.of(),
                null,
                good.inputs(),
                good.measured());
        assertThat(code(scenario.correct(member, batch, thirtyDaysAgo))).isEqualTo("made-on-impossible");

        QuarkusTransaction.requiringNew().run(() -> {
            Batch reported = Batch.reported(batch);
            reported.reportedAt = reported.reportedAt.minus(Duration.ofDays(28));
        });

        assertThat(code(scenario.correct(member, batch, thirtyDaysAgo))).isEmpty();
    }

    @Test
    void a_fulfilled_commitment_is_open_again_beside_one_that_was_made_meanwhile() {
        UUID first = commitments.commit(member, product, week, 20);
        UUID batch = scenario.report(member, product, "L-1", 20, first).orElseThrow();
        UUID second = commitments.commit(member, product, week, 5);

        answer(batch, requested(scenario.withdraw(member, batch)), BatchChangeAnswer.ACCEPTED);

        assertThat(commitment(first).state).isEqualTo(Commitment.State.OPEN);
        assertThat(commitment(first).reported.signum()).isZero();
        assertThat(commitment(second).state).isEqualTo(Commitment.State.OPEN);
        assertThat(commitments.tryToCommit(member, product, Weeks.after(2), 1))
                .as("the oldest of both is the one to change")
                .isEqualTo("already-committed");
        assertThat(commitments.tryToRelease(member, first)).isEmpty();
        assertThat(commitments.tryToRelease(member, second)).isEmpty();
    }

    @Test
    void a_withdrawn_lot_stays_used_and_the_same_report_again_is_no_batch_once_more() {
        UUID batch = report("L-1", 10);
        answer(batch, requested(scenario.withdraw(member, batch)), BatchChangeAnswer.ACCEPTED);

        assertThat(scenario.report(member, product, "L-1", 10, null)).contains(batch);
        assertThat(scenario.batch(batch).state).isEqualTo(Batch.State.WITHDRAWN);
        assertThat(scenario.report(member, product, "L-1", 11, null)).isEmpty();
        assertThat(code(scenario.withdraw(member, batch))).isEqualTo("batch-withdrawn");
    }

    @Test
    void a_batch_that_went_into_another_is_not_withdrawn_and_a_withdrawn_one_goes_into_none() {
        UUID clay = report("CLAY", 10);
        UUID slip = report("SLIP", 10);
        UUID vase =
                scenario.report(member, product, "VASE", 1, null, own("CLAY")).orElseThrow();

        assertThat(code(scenario.withdraw(member, clay))).isEqualTo("batch-is-input");
        UUID change = requested(scenario.withdraw(member, slip));
        assertThat(scenario.report(member, product, "CUP", 1, null, own("SLIP")))
                .as("while it is to be withdrawn")
                .isEmpty();
        answer(slip, change, BatchChangeAnswer.ACCEPTED);
        assertThat(scenario.report(member, product, "CUP", 1, null, own("SLIP")))
                .isEmpty();

        answer(
                vase,
                requested(scenario.correct(member, vase, scenario.correction(1, null))),
                BatchChangeAnswer.ACCEPTED);
        assertThat(code(scenario.withdraw(member, clay))).isEmpty();
    }

    @Test
    void no_lot_goes_into_itself_in_a_circle() {
        UUID clay = report("CLAY", 10);
        assertThat(scenario.report(member, product, "VASE", 1, null, own("CLAY")))
                .isPresent();

        assertThat(code(scenario.correct(member, clay, scenario.correction(10, null, own("VASE")))))
                .isEqualTo("input-reported-later");
        assertThat(code(scenario.correct(member, clay, scenario.correction(10, null, own("CLAY")))))
                .isEqualTo("input-is-itself");
    }

    @Test
    void an_exit_is_cleared_when_quality_has_answered_and_nothing_changes_afterwards() {
        UUID commitment = commitments.commit(member, product, week, 20);
        UUID batch = scenario.report(member, product, "L-1", 15, commitment).orElseThrow();
        UUID other = scenario.report(member, product, "L-2", 4, commitment).orElseThrow();
        MemberFixture.leave(member);
        UUID change = requested(scenario.correct(member, batch, scenario.correction(16, commitment)));
        assertThat(scenario.report(member, product, "L-3", 1, commitment)).isPresent();
        assertThat(commitment(commitment).state).isEqualTo(Commitment.State.FULFILLED);
        assertThat(cleared()).as("a change is open").isFalse();

        answer(batch, change, BatchChangeAnswer.ACCEPTED);

        assertThat(cleared()).isTrue();
        events.await(ProductionCleared.class, event -> event.memberId().equals(member));
        assertThat(code(scenario.withdraw(member, other))).isEqualTo("member-not-active");
    }

    private boolean cleared() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Member.<Member>findById(member).isCleared());
    }

    private UUID report(String lot, long pieces) {
        return scenario.report(member, product, lot, pieces, null).orElseThrow();
    }

    private void answer(UUID batch, UUID change, BatchChangeAnswer answer) {
        scenario.answer(member, batch, change, answer);
    }

    private static Commitment commitment(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Commitment.<Commitment>findById(id));
    }

    private static NamedInput own(String lot) {
        return new NamedInput(InputKind.OWN, Identifier.of(lot), null, null, BigDecimal.ONE, null);
    }
}
