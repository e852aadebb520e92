package coop.parasol.production.batch;

import static coop.parasol.production.batch.BatchChangeScenario.code;
import static coop.parasol.production.batch.BatchChangeScenario.requested;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.ProductionEvent.InputKind;
import coop.parasol.contracts.QualityEvent.BatchChangeAnswer;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.production.MemberFixture;
import coop.parasol.production.member.Member;
import coop.parasol.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a lot no more goes into others than was made of it, over all batches, corrections and withdrawals. */
@QuarkusTest
class InputQuantitiesTest {

    @Inject
    BatchChangeScenario scenario;

    @Inject
    ReportBatch reportBatch;

    @Inject
    FirmClock clock;

    private final String product = "P-" + UUID.randomUUID();
    private UUID member = new UUID(0, 0);
    private UUID clay = new UUID(0, 0);

    @BeforeEach
    void a_hundred_of_clay_are_made() {
        member = MemberFixture.member(Member.State.ACTIVE);
        MemberFixture.product(product, null);
        clay = scenario.report(member, product, "CLAY", 100, null).orElseThrow();
    }

    @Test
    void over_all_batches_no_more_of_an_own_lot_is_used_than_was_made() {
        assertThat(report("A", own("CLAY", 60))).isEmpty();
        assertThat(report("B", own("CLAY", 41))).isEqualTo("input-more-than-left");
        assertThat(report("B", own("CLAY", 20), own("clay", 21))).isEqualTo("input-more-than-left");
        assertThat(report("B", own("CLAY", 20), own("clay", 20))).isEmpty();
        assertThat(report("B", own("CLAY", 20), own("clay", 20)))
                .as("the same report again")
                .isEmpty();
        assertThat(report("C", own("CLAY", 1))).isEqualTo("input-more-than-left");
    }

    @Test
    void in_one_call_each_report_finds_what_those_before_it_have_left() {
        List<ReportBatch.Outcome> outcomes = QuarkusTransaction.requiringNew()
                .call(() -> reportBatch.reportAll(
                        member,
                        List.of(
                                asReport("SLIP", 10),
                                asReport("A", 10, own("CLAY", 60)),
                                asReport("B", 10, own("CLAY", 50)),
                                asReport("C", 10, own("CLAY", 40), own("SLIP", 10)),
                                asReport("D", 10, own("SLIP", 1))),
                        Cause.of("test")));

        assertThat(outcomes.stream().map(InputQuantitiesTest::outcome))
                .containsExactly("", "", "input-more-than-left", "", "input-more-than-left");
    }

    @Test
    void a_quantity_is_told_of_an_own_lot_in_its_unit_and_is_more_than_nothing() {
        assertThat(report("A", input("CLAY", null, null))).isEqualTo("not-null");
        assertThat(report("A", input("CLAY", "0", null))).isEqualTo("not-positive");
        assertThat(report("A", input("CLAY", "-1", null))).isEqualTo("not-positive");
        assertThat(report("A", input("CLAY", "0.5", null))).isEqualTo("too-many-decimals");
        assertThat(report("A", input("CLAY", "1", "KGM"))).isEqualTo("wrong-unit");
        assertThat(report("A", input("CLAY", "1", "C62"))).isEmpty();
        assertThat(report("B", new NamedInput(InputKind.BOUGHT, null, "salt", null, BigDecimal.ONE, null)))
                .isEqualTo("not-null");
        assertThat(report("B", new NamedInput(InputKind.BOUGHT, null, "salt", null, BigDecimal.ONE, "KGM")))
                .isEmpty();
    }

    @Test
    void a_correction_and_a_withdrawal_give_back_what_they_no_longer_use_once_quality_has_answered() {
        UUID vase = scenario.report(member, product, "VASE", 1, null, own("CLAY", 100))
                .orElseThrow();
        UUID change = requested(scenario.correct(member, vase, scenario.correction(1, null, own("CLAY", 70))));
        assertThat(report("A", own("CLAY", 1))).as("not answered yet").isEqualTo("input-more-than-left");
        scenario.answer(member, vase, change, BatchChangeAnswer.ACCEPTED);
        assertThat(report("A", own("CLAY", 30))).isEmpty();

        UUID withdrawal = requested(scenario.withdraw(member, vase));
        assertThat(report("B", own("CLAY", 1))).as("not answered yet").isEqualTo("input-more-than-left");
        scenario.answer(member, vase, withdrawal, BatchChangeAnswer.ACCEPTED);
        assertThat(report("B", own("CLAY", 70))).isEmpty();
    }

    @Test
    void what_a_correction_would_use_nobody_else_uses_and_of_what_is_used_none_is_corrected_away() {
        UUID vase = scenario.report(member, product, "VASE", 1, null, own("CLAY", 10))
                .orElseThrow();
        assertThat(code(scenario.correct(member, vase, scenario.correction(1, null, own("CLAY", 101)))))
                .isEqualTo("input-more-than-left");
        UUID change = requested(scenario.correct(member, vase, scenario.correction(1, null, own("CLAY", 80))));
        assertThat(report("A", own("CLAY", 21))).isEqualTo("input-more-than-left");
        assertThat(code(scenario.correct(member, clay, scenario.correction(79, null))))
                .isEqualTo("below-used");
        scenario.answer(member, vase, change, BatchChangeAnswer.SAMPLE_DRAWN);
        assertThat(report("A", own("CLAY", 21))).as("refused, it uses ten").isEmpty();

        assertThat(code(scenario.correct(member, clay, scenario.correction(30, null))))
                .isEqualTo("below-used");
        assertThat(code(scenario.correct(member, clay, scenario.correction(31, null))))
                .isEmpty();
        assertThat(report("B", own("CLAY", 1))).as("31 are to be left of it").isEqualTo("input-more-than-left");
    }

    @Test
    void of_another_members_lot_a_producer_uses_at_most_all() {
        UUID other = MemberFixture.member(Member.State.ACTIVE);
        String certificate = UUID.randomUUID().toString().substring(0, 20);
        QuarkusTransaction.requiringNew().run(() -> {
            Batch known = Batch.reported(clay);
            known.state = Batch.State.CERTIFIED;
            known.certificateKey = NamedInput.keyOf(certificate);
        });
        NamedInput sixty = new NamedInput(InputKind.MEMBER, null, null, certificate, BigDecimal.valueOf(60), null);

        assertThat(reportOf(other, "A", sixty)).isEmpty();
        assertThat(reportOf(other, "B", sixty)).isEqualTo("input-more-than-left");
        assertThat(reportOf(MemberFixture.member(Member.State.ACTIVE), "A", sixty))
                .as("nobody is bounded by what another says that it has used")
                .isEmpty();
        assertThat(report("A", own("CLAY", 100))).as("nor is its own producer").isEmpty();
    }

    @Test
    void of_parallel_reports_no_more_is_taken_than_there_is() {
        List<CompletableFuture<String>> reports = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> report("L-" + i, own("CLAY", 30))))
                .toList();

        assertThat(reports.stream().map(CompletableFuture::join).filter(String::isEmpty))
                .hasSize(3);
    }

    @Test
    void over_random_histories_what_is_used_is_never_more_than_what_was_made() {
        Random random = new Random(31);
        List<UUID> batches = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            long quantity = 1L + random.nextInt(40);
            int choice = random.nextInt(4);
            if (choice == 0 || batches.isEmpty()) {
                scenario.report(member, product, "L-" + step, 1, null, own("CLAY", quantity))
                        .ifPresent(batches::add);
            } else if (choice == 3) {
                change(clay, scenario.correct(member, clay, scenario.correction(60 + quantity, null)), random);
            } else {
                UUID batch = batches.get(random.nextInt(batches.size()));
                change(
                        batch,
                        choice == 1
                                ? scenario.correct(member, batch, scenario.correction(1, null, own("CLAY", quantity)))
                                : scenario.withdraw(member, batch),
                        random);
            }
            BigDecimal used = batches.stream()
                    .map(scenario::batch)
                    .filter(batch -> batch.state != Batch.State.WITHDRAWN)
                    .flatMap(batch -> batch.inputLots().stream())
                    .map(input -> input.quantity() == null
                            ? BigDecimal.ZERO
                            : input.quantity().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(used).isLessThanOrEqualTo(scenario.batch(clay).quantity);
        }
        assertThat(batches).isNotEmpty();
    }

    /** Quality answers some changes at once, and others when the batch is changed again. */
    private void change(UUID batch, ChangeBatch.Outcome outcome, Random random) {
        if (outcome instanceof ChangeBatch.Requested requested && random.nextInt(4) > 0) {
            scenario.answer(
                    member,
                    batch,
                    requested.change().id,
                    random.nextInt(5) > 0 ? BatchChangeAnswer.ACCEPTED : BatchChangeAnswer.SUSPENDED);
        }
    }

    private static NamedInput own(String lot, long quantity) {
        return input(lot, String.valueOf(quantity), null);
    }

    private static NamedInput input(String lot, @Nullable String quantity, @Nullable String unit) {
        return new NamedInput(
                InputKind.OWN,
                Identifier.of(lot),
                null,
                null,
                quantity == null ? null : new BigDecimal(quantity),
                unit);
    }

    private String report(String lot, NamedInput... inputs) {
        return reportOf(member, lot, inputs);
    }

    private String reportOf(UUID producer, String lot, NamedInput... inputs) {
        return QuarkusTransaction.requiringNew()
                .call(() -> outcome(reportBatch
                        .reportAll(producer, List.of(asReport(lot, 1, inputs)), Cause.of("test"))
                        .getFirst()));
    }

    private ReportBatch.Report asReport(String lot, long pieces, NamedInput... inputs) {
        return new ReportBatch.Report(
                product,
                Identifier.of(lot),
                Quantity.of(pieces, "C62"),
                clock.today(),
                null,
                "hand",
                null,
                List.of(inputs),
                List.of());
    }

    private static String outcome(ReportBatch.Outcome outcome) {
        return outcome instanceof ReportBatch.Refused(Refusal.InvalidField field)
                ? field.code()
                : outcome instanceof ReportBatch.Refused refused
                        ? refused.reason().toString()
                        : "";
    }
}
